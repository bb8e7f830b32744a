package org.momo4j.lab.reference;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Addresses on one page.
 *
 * @param page   the file of the page, from the root of the project
 * @param places files that say what a class is, by its name; for others it is the source
 */
record Links(String page, Map<String, String> places) implements Function<Inline, String> {
    /** The address of what a link means; empty for classes of others. */
    @Override
    public String apply(Inline link) {
        return switch (link) {
            case Inline.Link toFile -> address(toFile.target());
            case Inline.Type type -> Optional.ofNullable(places.get(type.type()))
                    .or(() -> Sources.of(type.type())).map(this::address).orElse("");
            default -> throw new IllegalArgumentException(link + " is no link");
        };
    }

    /** The name of a class, with its source behind it. */
    String source(String type) {
        return Markdown.link(Markdown.code(type), address(Sources.of(type).orElseThrow()));
    }

    /** The address of a file, {@code #} and a heading included, that is given from the root of the project. */
    String address(String target) {
        int heading = target.indexOf('#');
        String file = heading < 0 ? target : target.substring(0, heading);
        String rest = heading < 0 ? "" : target.substring(heading);
        Path folder = Path.of(page).getParent();
        return (file.equals(page) ? "" : folder.relativize(Path.of(file)).toString().replace('\\', '/')) + rest;
    }
}
