package org.momo4j.lab.specification;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.momo4j.lab.specification.document.Value;

/**
 * Finds files that lie beside a specification: a text of an objective that is the name of a file there, and of none in the
 * working folder, becomes the path of that file.
 *
 * @param folder of the specification
 */
record DataFiles(Path folder) {
    /** The value with such texts replaced. */
    Value found(Value objective) {
        return switch (objective) {
            case Value.Scalar name -> name;
            case Value.Sequence list ->
                new Value.Sequence(list.place(), list.items().stream().map(this::found).toList());
            case Value.Mapping mapping -> {
                Map<String, Value.Member> members = new LinkedHashMap<>();
                mapping.members().forEach((key, member) -> members.put(key, key.equals("name")
                        ? member
                        : new Value.Member(member.key(), text(member.value()))));
                yield new Value.Mapping(mapping.place(), members);
            }
        };
    }

    private Value text(Value value) {
        return switch (value) {
            case Value.Scalar scalar -> new Value.Scalar(scalar.place(), path(scalar.text()), scalar.plain());
            case Value.Sequence list ->
                new Value.Sequence(list.place(), list.items().stream().map(this::text).toList());
            case Value.Mapping mapping -> mapping;
        };
    }

    private String path(String text) {
        try {
            Path path = Path.of(text);
            Path beside = folder.resolve(path);
            boolean isBeside = !text.isEmpty() && !path.isAbsolute() && !Files.exists(path)
                    && Files.isRegularFile(beside);
            return isBeside ? beside.normalize().toString() : text;
        } catch (InvalidPathException e) {
            return text;
        }
    }
}
