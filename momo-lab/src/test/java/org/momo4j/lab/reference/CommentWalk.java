package org.momo4j.lab.reference;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ReferenceTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.util.DocTreePath;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Turns the Javadoc of one class into blocks. What it does not know it refuses, so that nothing is left out of a page. */
final class CommentWalk {
    private final DocTrees trees;
    private final TreePath place;
    private final DocCommentTree comment;
    private final MathSections sections;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Block.Paragraph> points = new ArrayList<>();
    private final Prose prose = new Prose();
    /** What text is now: running text of a paragraph, stressed, or lines that stand as they are. */
    private String element = "p";

    /**
     * The Javadoc of a class.
     *
     * @param trees    knows what a name in a link means
     * @param place    the class
     * @param comment  its Javadoc
     * @param sections mentions of these become links
     */
    CommentWalk(DocTrees trees, TreePath place, DocCommentTree comment, MathSections sections) {
        this.trees = trees;
        this.place = place;
        this.comment = comment;
        this.sections = sections;
    }

    /** Its blocks. */
    List<Block> blocks() {
        comment.getFullBody().forEach(this::take);
        endParagraph();
        return blocks;
    }

    private void take(DocTree tree) {
        switch (tree) {
            case TextTree text -> text(text.getBody());
            case EntityTree entity -> text(trees.getCharacters(entity));
            case LiteralTree literal when literal.getKind() == DocTree.Kind.CODE ->
                prose.add(new Inline.Code(literal.getBody().getBody()));
            case LiteralTree literal -> text(literal.getBody().getBody());
            case LinkTree link -> prose.add(link(link));
            case StartElementTree start -> start(start.getName().toString());
            case EndElementTree end -> end(end.getName().toString());
            default -> throw unknown(tree.toString());
        }
    }

    private void text(String text) {
        switch (element) {
            case "pre" -> blocks.add(new Block.Listing(text.stripIndent().strip()));
            case "em" -> prose.add(new Inline.Emphasis(text));
            default -> prose.add(new Inline.Text(text));
        }
    }

    private void start(String name) {
        switch (name) {
            case "p", "ul", "li" -> endParagraph();
            case "pre" -> {
                endParagraph();
                element = name;
            }
            case "em" -> element = name;
            default -> throw unknown("<" + name + ">");
        }
    }

    private void end(String name) {
        switch (name) {
            case "p", "pre" -> endParagraph();
            case "li" -> prose.take(sections).ifPresent(points::add);
            case "ul" -> {
                blocks.add(new Block.Points(List.copyOf(points)));
                points.clear();
            }
            case "em" -> {
            }
            default -> throw unknown("</" + name + ">");
        }
        element = "p";
    }

    private void endParagraph() {
        prose.take(sections).ifPresent(blocks::add);
    }

    private Inline link(LinkTree link) {
        ReferenceTree reference = link.getReference();
        DocTreePath path = DocTreePath.getPath(place, comment, reference);
        Element element = path == null ? null : trees.getElement(path);
        while (element != null && !(element instanceof TypeElement)) {
            element = element.getEnclosingElement();
        }
        if (!(element instanceof TypeElement type)) {
            throw unknown(link.toString());
        }
        String label = link.getLabel().stream().map(DocTree::toString).collect(Collectors.joining());
        return new Inline.Type(
                label.isEmpty() ? reference.getSignature().replaceFirst("^#", "").replace('#', '.') : label,
                type.getQualifiedName().toString());
    }

    private IllegalArgumentException unknown(String what) {
        return new IllegalArgumentException(
                place.getCompilationUnit().getSourceFile().getName() + " has " + what
                        + " in the Javadoc of a class; the pages know p, pre, em, ul, li, {@code}, {@literal} and links to classes");
    }
}
