package org.momo4j.lab.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.momo4j.api.provider.ApiVersion;
import org.momo4j.lab.catalogue.PluginId;
import org.momo4j.lab.failure.FileError;
import org.momo4j.lab.report.Digest;

/** Opens jars, each in a class loader of its own. One that cannot be opened, or was made for another version, is left out. */
final class PluginJars {
    private PluginJars() {}

    /**
     * Opens them. A jar that is there twice, byte by byte, is opened once.
     *
     * @param jars     where they are
     * @param listener told what is left out, and why
     */
    static List<Source> open(List<Path> jars, PluginListener listener) {
        List<Source> sources = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Path jar : jars) {
            try {
                Path real = jar.toRealPath();
                check(real, true);
                PluginId id = new PluginId(jar.getFileName().toString(), digest(real));
                if (seen.add(id.digest())) {
                    sources.add(new Source(new PluginClassLoader(real, PluginJars.class.getClassLoader()),
                            Optional.of(id)));
                }
            } catch (IOException e) {
                listener.leftOut("plugin " + jar + " is left out: it cannot be read (" + FileError.sentence(e) + ")");
            } catch (IllegalArgumentException e) {
                listener.leftOut("plugin " + jar + " is left out: " + e.getMessage());
            }
        }
        return sources;
    }

    /**
     * Checks the version of momo-api that a jar was compiled against.
     *
     * @param required whether it must name one
     * @throws IllegalArgumentException if it does not go together with this one
     */
    static void check(Path jar, boolean required) throws IOException {
        Optional<String> version = attribute(jar, ApiVersion.ATTRIBUTE);
        if (version.isEmpty() && required) {
            throw new IllegalArgumentException(
                    "its manifest does not name the version of momo-api that it was compiled against; "
                            + "add \"" + ApiVersion.ATTRIBUTE + ": " + ApiVersion.CURRENT + "\"");
        }
        if (version.isPresent() && !ApiVersion.CURRENT.serves(ApiVersion.parse(version.get()))) {
            throw new IllegalArgumentException("it was compiled against momo-api " + version.get() + ", and this is "
                    + ApiVersion.CURRENT + "; it has to be compiled again");
        }
    }

    /** The digest of a jar; where its manifest names more jars beside it, one of all of them. */
    static String digest(Path jar) throws IOException {
        StringBuilder digests = new StringBuilder();
        for (String name : attribute(jar, Attributes.Name.CLASS_PATH.toString()).orElse("").trim().split(" +")) {
            Path library = jar.resolveSibling(name);
            if (!name.isEmpty() && Files.isRegularFile(library)) {
                digests.append(Digest.of(library));
            }
        }
        return digests.isEmpty() ? Digest.of(jar) : Digest.of(Digest.of(jar) + digests);
    }

    private static Optional<String> attribute(Path jar, String name) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return Optional.ofNullable(file.getManifest()).map(Manifest::getMainAttributes)
                    .map(main -> main.getValue(name));
        }
    }
}
