package org.momo4j.lab.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
     * @param jars where they are
     * @param say  told what is left out, and why
     */
    static List<Source> open(List<Path> jars, Consumer<String> say) {
        List<Source> sources = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Path jar : jars) {
            try {
                check(jar);
                PluginId id = new PluginId(jar.getFileName().toString(), Digest.of(jar));
                if (seen.add(id.digest())) {
                    sources.add(new Source(new PluginClassLoader(jar, PluginJars.class.getClassLoader()),
                            Optional.of(id)));
                }
            } catch (IOException e) {
                say.accept("plugin " + jar + " is left out: it cannot be read (" + FileError.sentence(e) + ")");
            } catch (IllegalArgumentException e) {
                say.accept("plugin " + jar + " is left out: " + e.getMessage());
            }
        }
        return sources;
    }

    private static void check(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String version = Optional.ofNullable(file.getManifest()).map(Manifest::getMainAttributes)
                    .map(main -> main.getValue(ApiVersion.ATTRIBUTE))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "its manifest does not name the version of momo-api that it "
                                    + "was compiled against; add \"" + ApiVersion.ATTRIBUTE + ": " + ApiVersion.CURRENT
                                    + "\""));
            if (!ApiVersion.CURRENT.serves(ApiVersion.parse(version))) {
                throw new IllegalArgumentException("it was compiled against momo-api " + version + ", and this is "
                        + ApiVersion.CURRENT + "; it has to be compiled again");
            }
        }
    }
}
