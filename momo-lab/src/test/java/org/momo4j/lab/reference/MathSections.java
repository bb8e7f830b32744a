package org.momo4j.lab.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbered sections of docs/MATH.md.
 *
 * @param headings headings by their numbers, with these
 */
record MathSections(Map<Integer, String> headings) {
    private static final String FILE = "docs/MATH.md";
    private static final Pattern HEADING = Pattern.compile("^## ((\\d+)\\. .*)$", Pattern.MULTILINE);
    private static final Pattern MENTION = Pattern
            .compile("MATH\\.md (?:sections? )?(\\d+)(?:\\.\\d+)?(?: (?:and|to) \\d+(?:\\.\\d+)?)?");

    /** Reads the page. */
    static MathSections read(Path root) throws IOException {
        Map<Integer, String> headings = new TreeMap<>();
        for (Matcher heading = HEADING.matcher(Files.readString(root.resolve(FILE))); heading.find();) {
            headings.put(Integer.valueOf(heading.group(2)), heading.group(1));
        }
        return new MathSections(headings);
    }

    /** The link to a section. */
    Inline.Link link(int number) {
        return new Inline.Link(heading(number), target(number));
    }

    /** The sections that a text mentions are links in it. */
    List<Inline> linked(String text) {
        List<Inline> parts = new ArrayList<>();
        int end = 0;
        for (Matcher mention = MENTION.matcher(text); mention.find(); end = mention.end()) {
            add(parts, text.substring(end, mention.start()));
            parts.add(new Inline.Link(mention.group(), target(Integer.parseInt(mention.group(1)))));
        }
        add(parts, text.substring(end));
        return parts;
    }

    /** The number of the section that a link leads to. */
    Optional<Integer> number(Inline.Link link) {
        return headings.keySet().stream().filter(number -> target(number).equals(link.target())).findFirst();
    }

    private static void add(List<Inline> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Inline.Text(text));
        }
    }

    /** As GitHub names the place of a heading. */
    private String target(int number) {
        return FILE + "#" + heading(number).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private String heading(int number) {
        return Optional.ofNullable(headings.get(number)).orElseThrow(() -> new IllegalArgumentException(
                FILE + " has no section " + number + "; there are " + headings.keySet()));
    }
}
