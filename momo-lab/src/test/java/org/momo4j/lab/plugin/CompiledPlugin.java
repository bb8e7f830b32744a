package org.momo4j.lab.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.momo4j.api.provider.ApiVersion;

/** A jar that is compiled while the tests run: somebody else's code, of which this process knows nothing. */
final class CompiledPlugin {
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, List<String>> services = new LinkedHashMap<>();
    private String version = ApiVersion.CURRENT.toString();

    /** A class, by its name with the package. */
    CompiledPlugin source(String name, String text) {
        sources.put(name, text);
        return this;
    }

    CompiledPlugin service(Class<?> service, String implementation) {
        services.computeIfAbsent(service.getName(), s -> new ArrayList<>()).add(implementation);
        return this;
    }

    /** What the manifest says; nothing if empty. */
    CompiledPlugin version(String text) {
        version = text;
        return this;
    }

    void write(Path jar) throws IOException {
        Path work = Files.createTempDirectory("plugin");
        compile(work);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!version.isEmpty()) {
            manifest.getMainAttributes().putValue(ApiVersion.ATTRIBUTE, version);
        }
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> classes = Files.walk(work)) {
            for (Path file : classes.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                entry(out, work.relativize(file).toString(), Files.readAllBytes(file));
            }
            for (Map.Entry<String, List<String>> service : services.entrySet()) {
                entry(out, "META-INF/services/" + service.getKey(),
                        String.join("\n", service.getValue()).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void entry(JarOutputStream out, String name, byte[] bytes) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTime(0); // the same bytes whenever it is written
        out.putNextEntry(entry);
        ((OutputStream) out).write(bytes);
    }

    private void compile(Path work) throws IOException {
        if (sources.isEmpty()) {
            return;
        }
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = work.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(messages, manager, null,
                    List.of("-proc:none", "-parameters", "-classpath", System.getProperty("java.class.path")), null,
                    manager.getJavaFileObjectsFromPaths(files)).call();
            if (!done) {
                throw new IllegalStateException("a plugin of the tests does not compile: " + messages);
            }
        }
    }
}
