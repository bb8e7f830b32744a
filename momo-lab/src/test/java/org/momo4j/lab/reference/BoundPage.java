package org.momo4j.lab.reference;

import org.momo4j.api.provider.LowerBoundProvider;

/** The page of a lower bound. */
final class BoundPage {
    private static final int BOUNDS = 4;

    private BoundPage() {}

    /**
     * All of it.
     *
     * @param optimizer one that asks for a bound
     */
    static String text(Library library, Listed<LowerBoundProvider<?>> bound, String optimizer, Links links) {
        Inline.Link section = library.sections().link(BOUNDS);
        return String.join("\n\n", "# " + bound.name(), Markdown.sentence(bound.entry().description()),
                Markdown.blocks(library.of(bound).blocks(), links),
                "- **Mathematics**: docs/MATH.md, "
                        + Markdown.link(Markdown.text(section.plain()), links.apply(section))
                        + "\n- **Class**: " + links.source(bound.type()),
                "## Hyper-parameters", HyperParameterTable.of(bound.entry()), "## In a specification",
                Markdown.fenced("yaml", Example.of(bound.provider(), optimizer))) + "\n";
    }
}
