package org.momo4j.lab.page;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.momo4j.lab.page.data.Report;

/** {@code index.html}: style, script and data in one file, which needs nothing else. */
final class IndexPage {
    private static final Pattern PLACE = Pattern.compile("@(TITLE|STYLE|DATA|SCRIPT)@");

    private IndexPage() {}

    /** The page of a report. */
    static String of(Report report) throws IOException {
        Map<String, String> parts = Map.of("TITLE", escaped(report.experiment()), "STYLE", resource("page.css"), "DATA",
                new PageData(report).json(), "SCRIPT", resource("page.js"));
        return PLACE.matcher(resource("page.html"))
                .replaceAll(place -> Matcher.quoteReplacement(parts.getOrDefault(place.group(1), "")));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = IndexPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
