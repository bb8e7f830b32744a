package org.momo4j.lab.reference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.momo4j.core.momo.Momo;

/**
 * The Javadoc that pages show.
 *
 * @param shelf    what is described
 * @param docs     Javadoc by the names of classes
 * @param sections the sections of docs/MATH.md
 */
record Library(Shelf shelf, Map<String, ClassDoc> docs, MathSections sections) {
    private static final String CORE = "org.momo4j.core.";

    /** Reads the Javadoc of what is described, and of what that names. */
    static Library read(Shelf shelf) throws IOException {
        MathSections sections = MathSections.read(Sources.ROOT);
        JavadocReader reader = new JavadocReader(sections);
        Map<String, ClassDoc> docs = new TreeMap<>(
                reader.read(Stream.concat(shelf.types(), Stream.of(Momo.class.getName())).toList()));
        List<String> named = shelf.types().flatMap(type -> docs.get(type).named().stream())
                .filter(type -> type.startsWith(CORE) && !docs.containsKey(type)).distinct().toList();
        docs.putAll(reader.read(named));
        return new Library(shelf, docs, sections);
    }

    /** What the Javadoc says of something. */
    ClassDoc of(Listed<?> listed) {
        return of(listed.type());
    }

    /** What the Javadoc says of the step that all momentum methods share. */
    ClassDoc momo() {
        return of(Momo.class.getName());
    }

    /** What the Javadoc says of the averagings, metrics and steps that something names, unless they have pages of their own. */
    List<ClassDoc> parts(Listed<?> listed) {
        List<ClassDoc> parts = new ArrayList<>();
        for (String type : of(listed).named()) {
            if (type.startsWith(CORE) && !shelf.places().containsKey(type)
                    && !Sources.of(type).equals(Sources.of(listed.type()))) {
                parts.add(of(type));
            }
        }
        return parts;
    }

    private ClassDoc of(String type) {
        return Optional.ofNullable(docs.get(type))
                .orElseThrow(() -> new IllegalArgumentException(type + " has no Javadoc"));
    }
}
