package org.momo4j.lab.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** What a reader of Markdown sees, as a library has it that knows nothing of how the Markdown was written. */
final class ReadBack {
    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final Node document;

    ReadBack(String markdown) {
        document = PARSER.parse(markdown);
    }

    /** The kinds of the outermost blocks, in order. */
    List<Class<? extends Node>> blocks() {
        List<Class<? extends Node>> kinds = new ArrayList<>();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            kinds.add(node.getClass());
        }
        return kinds;
    }

    /** The text of paragraphs, in order, without their marks. */
    List<String> paragraphs() {
        List<String> texts = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Paragraph paragraph) {
                texts.add(text(paragraph));
            }
        });
        return texts;
    }

    /** Code on lines of its own, in the order in which it stands. */
    List<String> listings() {
        List<String> texts = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock listing) {
                texts.add(listing.getLiteral().stripTrailing());
            }
        });
        return texts;
    }

    /** Addresses of links. */
    Set<String> links() {
        Set<String> addresses = new TreeSet<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                addresses.add(link.getDestination());
                visitChildren(link);
            }
        });
        return addresses;
    }

    /** Names of the places of headings. */
    Set<String> anchors() {
        Set<String> names = new TreeSet<>();
        IdGenerator generator = IdGenerator.builder().build();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                names.add(generator.generateId(text(heading)));
            }
        });
        return names;
    }

    /** The text of the cells of tables, row by row. */
    List<String> cells() {
        List<String> texts = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                if (node instanceof TableCell) {
                    texts.add(text(node));
                } else {
                    visitChildren(node);
                }
            }
        });
        return texts;
    }

    private static String text(Node block) {
        StringBuilder text = new StringBuilder();
        block.accept(new AbstractVisitor() {
            @Override
            public void visit(Text words) {
                text.append(words.getLiteral());
            }

            @Override
            public void visit(Code code) {
                text.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak end) {
                text.append(' ');
            }
        });
        return text.toString();
    }
}
