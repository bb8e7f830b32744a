package org.momo4j.lab.reference;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes Markdown as GitHub reads it. A character is escaped only where it would mean something, so that formulas can be read in the
 * file too.
 */
final class Markdown {
    /** What comes after the end of a text: perhaps the bracket of a link. */
    private static final char UNKNOWN = 0;

    private Markdown() {}

    /**
     * Blocks, with a blank line between two of them.
     *
     * @param links from a link, to a class or a file, to the address that it has on this page, or to none
     */
    static String blocks(List<Block> blocks, Function<Inline, String> links) {
        return blocks.stream().map(block -> switch (block) {
            case Block.Paragraph paragraph -> paragraph(paragraph, links);
            case Block.Points points -> points.points().stream().map(p -> "- " + paragraph(p, links))
                    .collect(Collectors.joining("\n"));
            case Block.Listing listing -> fenced("text", listing.text());
        }).collect(Collectors.joining("\n\n"));
    }

    /** Code on lines of its own. */
    static String fenced(String language, String code) {
        return "```" + language + "\n" + code + "\n```";
    }

    /** A table of texts. */
    static String table(List<String> head, List<List<String>> rows) {
        return row(head) + "\n" + row(head.stream().map(_ -> "---").toList()) + "\n"
                + rows.stream().map(r -> row(r.stream().map(Markdown::text).toList()))
                        .collect(Collectors.joining("\n"));
    }

    /** Words that lead to an address. */
    static String link(String markdown, String address) {
        return "[" + markdown + "](" + address + ")";
    }

    /** Code in running text. */
    static String code(String code) {
        if (code.contains("`")) {
            throw new IllegalArgumentException("\"" + code + "\" has a backtick; code must have none");
        }
        return "`" + code + "`";
    }

    /** A text as a sentence: the first letter large, a full stop. */
    static String sentence(String plain) {
        return text(plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1)) + ".";
    }

    /** Running text, as it is read. */
    static String text(String plain) {
        return IntStream.range(0, plain.length()).mapToObj(i -> escaped(plain, i)).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(c -> c.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String paragraph(Block.Paragraph paragraph, Function<Inline, String> links) {
        String text = paragraph.parts().stream().map(part -> inline(part, links)).collect(Collectors.joining());
        // what would begin a list, a heading or a quotation
        return text.replaceFirst("^(?=[-+#>]|\\*( |$))", "\\\\").replaceFirst("^(\\d+)([.)])", "$1\\\\$2");
    }

    private static String inline(Inline part, Function<Inline, String> links) {
        return switch (part) {
            case Inline.Text text -> text(text.plain());
            case Inline.Code code -> code(code.plain());
            case Inline.Emphasis emphasis -> "*" + text(emphasis.plain()) + "*";
            case Inline.Link link -> link(text(link.plain()).replaceAll("[\\[\\]]", "\\\\$0"), links.apply(link));
            case Inline.Type type -> links.apply(type).isEmpty()
                    ? code(type.plain())
                    : link(code(type.plain()), links.apply(type));
        };
    }

    private static String escaped(String text, int at) {
        char c = text.charAt(at);
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        char after = at + 1 < text.length() ? text.charAt(at + 1) : UNKNOWN;
        boolean special = switch (c) {
            case '\\', '`', '~', '$' -> true;
            case '*' -> opens(before, after);
            case '_' -> opens(before, after) && !isWord(before);
            case '<' -> Character.isLetter(after) || "/!?".indexOf(after) >= 0;
            case '&' -> Character.isLetter(after) || after == '#';
            case '(', ':' -> before == ']';
            case '!' -> after == '[' || after == UNKNOWN;
            default -> false;
        };
        return special ? "\\" + c : String.valueOf(c);
    }

    /** Whether emphasis could begin between these characters; what cannot begin, cannot end either. */
    private static boolean opens(char before, char after) {
        return !Character.isWhitespace(after) && (isWord(after) || !isWord(before));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
