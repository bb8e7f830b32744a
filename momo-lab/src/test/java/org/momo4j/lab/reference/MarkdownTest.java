package org.momo4j.lab.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.node.Paragraph;

/** What is written as Markdown is read as what was meant. */
class MarkdownTest {
    @Property(tries = 500)
    void aParagraphIsReadAsItWasMeant(@ForAll("paragraphs") List<Inline> parts) {
        String meant = parts.stream().map(Inline::plain).collect(Collectors.joining());
        String markdown = Markdown.blocks(List.of(new Block.Paragraph(parts)), _ -> "x.md");
        ReadBack read = new ReadBack(markdown);
        assertEquals(List.of(Paragraph.class), read.blocks(), markdown);
        assertEquals(List.of(meant), read.paragraphs(), markdown);
    }

    @Property(tries = 200)
    void aTableIsReadAsItWasMeant(@ForAll("texts") String one, @ForAll("texts") String other) {
        String markdown = Markdown.table(List.of("a", "b"), List.of(List.of(one, other), List.of(other, one)));
        assertEquals(List.of("a", "b", one, other, other, one), new ReadBack(markdown).cells(), markdown);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab1_*<>[]()`~$&#;:!|\\+-=.^{}∞β −f\u0304 ").ofMinLength(1)
                .ofMaxLength(12)
                .map(s -> s.replaceAll(" +", " ").strip()).filter(s -> !s.isEmpty());
    }

    @Provide
    Arbitrary<List<Inline>> paragraphs() {
        Arbitrary<String> names = Arbitraries.strings().withChars("ab_*<[|\\").ofMinLength(1).ofMaxLength(5);
        Arbitrary<Inline> part = Arbitraries.oneOf(texts().map(Inline.Text::new), names.map(Inline.Code::new),
                names.map(n -> new Inline.Link(n, "x.md")));
        return part.list().ofMinSize(1).ofMaxSize(4).filter(MarkdownTest::noTwoOfAKindTouch);
    }

    @Example
    void formulasStayReadable() {
        assertEquals("τ_k = min{(f_k − f*)\\_+/(c |g_k|²), α_k} in [0, 1), E[f(x_k)-f*] <= G, x < y, MoMo*",
                Markdown.text("τ_k = min{(f_k − f*)_+/(c |g_k|²), α_k} in [0, 1), E[f(x_k)-f*] <= G, x < y, MoMo*"));
    }

    /** Texts that touch are one text, and code that touches code would be one code. */
    private static boolean noTwoOfAKindTouch(List<Inline> parts) {
        return IntStream.range(1, parts.size())
                .noneMatch(i -> !(parts.get(i) instanceof Inline.Link)
                        && parts.get(i).getClass() == parts.get(i - 1).getClass());
    }
}
