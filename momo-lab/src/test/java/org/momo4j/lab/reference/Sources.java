package org.momo4j.lab.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the source of a class is. */
final class Sources {
    /** The root of the project. */
    static final Path ROOT = Path.of(System.getProperty("momo.root"));
    private static final List<String> MODULES = List.of("api", "core", "bounds", "convex", "nn", "lab");

    private Sources() {}

    /**
     * The file of a class, from the root of the project; empty for classes of others.
     *
     * @param type the whole name, with dots or {@code $} before the names of nested classes
     */
    static Optional<String> of(String type) {
        String path = type.replace('$', '.').replace('.', '/');
        while (path.contains("/")) {
            for (String module : MODULES) {
                String file = "momo-" + module + "/src/main/java/" + path + ".java";
                if (Files.isRegularFile(ROOT.resolve(file))) {
                    return Optional.of(file);
                }
            }
            path = path.substring(0, path.lastIndexOf('/'));
        }
        return Optional.empty();
    }
}
