package org.momo4j.lab.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the running text of a paragraph. White space is one blank, and none at the ends. */
final class Prose {
    private final List<Inline> parts = new ArrayList<>();

    /** Adds a piece; texts that touch become one. */
    void add(Inline part) {
        if (part instanceof Inline.Text && !parts.isEmpty() && parts.getLast() instanceof Inline.Text before) {
            parts.removeLast();
            parts.add(new Inline.Text(before.plain() + part.plain()));
        } else {
            parts.add(part);
        }
    }

    /** The paragraph, of which nothing is left here; empty if there was only white space. */
    Optional<Block.Paragraph> take(MathSections sections) {
        List<Inline> taken = new ArrayList<>();
        boolean blankBefore = true;
        for (int i = 0; i < parts.size(); i++) {
            Inline part = parts.get(i);
            if (part instanceof Inline.Text) {
                String text = part.plain().replaceAll("\\s+", " ");
                text = blankBefore ? text.stripLeading() : text;
                text = i == parts.size() - 1 ? text.stripTrailing() : text;
                taken.addAll(sections.linked(text));
                blankBefore = text.isEmpty() ? blankBefore : text.endsWith(" ");
            } else {
                taken.add(part instanceof Inline.Emphasis
                        ? new Inline.Emphasis(part.plain().replaceAll("\\s+", " "))
                        : part);
                blankBefore = false;
            }
        }
        parts.clear();
        return taken.isEmpty() ? Optional.empty() : Optional.of(new Block.Paragraph(List.copyOf(taken)));
    }
}
