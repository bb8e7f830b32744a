package org.momo4j.lab.plugin;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The classes of one plugin. What the plugin and the program exchange comes from the program; of everything else the plugin's own
 * copy goes first, so that its libraries, and even a momo-core that it brings along, need not be those of the program.
 */
final class PluginClassLoader extends URLClassLoader {
    private static final String NAME = "plugin ";
    private static final String SERVICES = "META-INF/services/org.momo4j.";
    private static final List<String> EXCHANGED = List.of("java.", "javax.", "jdk.", "org.momo4j.api.",
            "org.jspecify.", "org.nd4j.");

    static {
        registerAsParallelCapable();
    }

    PluginClassLoader(Path jar, ClassLoader program) throws MalformedURLException {
        super(NAME + jar.getFileName(), new URL[]{jar.toUri().toURL()}, program);
    }

    /** The plugin that the class of a frame of the stack belongs to. */
    static Optional<String> plugin(StackTraceElement frame) {
        return Optional.ofNullable(frame.getClassLoaderName()).filter(name -> name.startsWith(NAME));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (EXCHANGED.stream().anyMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            try {
                return loaded == null ? findClass(name) : loaded;
            } catch (ClassNotFoundException e) {
                return super.loadClass(name, resolve);
            }
        }
    }

    @Override
    public URL getResource(String name) {
        return Optional.ofNullable(findResource(name)).orElseGet(() -> super.getResource(name));
    }

    /** What the program itself offers is not offered again by every plugin. */
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.startsWith(SERVICES) ? findResources(name) : super.getResources(name);
    }

    @Override
    public Stream<URL> resources(String name) {
        try {
            return java.util.Collections.list(getResources(name)).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
