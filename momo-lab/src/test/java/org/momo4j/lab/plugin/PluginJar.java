package org.momo4j.lab.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A jar with one class that implements a service. */
public final class PluginJar {
    private PluginJar() {}

    /** Writes the jar. */
    public static <S> void write(Path jar, Class<S> service, Class<? extends S> implementation) throws IOException {
        String classFile = implementation.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream code = Objects.requireNonNull(
                        implementation.getResourceAsStream("/" + classFile))) {
            out.putNextEntry(new JarEntry(classFile));
            code.transferTo(out);
            out.putNextEntry(new JarEntry("META-INF/services/" + service.getName()));
            out.write(implementation.getName().getBytes(StandardCharsets.UTF_8));
        }
    }
}
