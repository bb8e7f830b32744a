package org.momo4j.lab.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.api.provider.OptimizerProvider;

/**
 * momo-core with a fault in it: the real source is read, changed in one place, compiled in memory, and loaded together
 * with all other classes of the module by a class loader that shares only the SPI with the rest.
 */
final class MutatedCore {
    private static final String CORE = "org.momo4j.core.";
    private static final Path SOURCES = Path.of("..", "momo-core", "src", "main", "java");

    private final Loader loader;

    MutatedCore(Fault fault) {
        loader = new Loader(compile(fault, mutate(fault)));
    }

    /** The optimizer {@code momo} or {@code momo-adam} with the fault in it. */
    OptimizerProvider<?> optimizer(String method) throws ReflectiveOperationException {
        String name = method.equals("momo") ? "momo.MomoMethod" : "momo.MomoAdamMethod";
        return over((MomentumMethodProvider<?>) loader.loadClass(CORE + name).getConstructor().newInstance());
    }

    /** MoMo's step, with the fault in it, on a method. */
    OptimizerProvider<?> over(MomentumMethodProvider<?> provider) throws ReflectiveOperationException {
        return (OptimizerProvider<?>) loader.loadClass(CORE + "momo.MomoProvider")
                .getConstructor(MomentumMethodProvider.class).newInstance(provider);
    }

    private static String mutate(Fault fault) {
        try {
            String source = Files.readString(SOURCES.resolve(fault.file()));
            int first = source.indexOf(fault.original());
            if (first < 0 || source.indexOf(fault.original(), first + 1) >= 0) {
                throw new IllegalStateException(
                        "\"" + fault.original() + "\" must stand exactly once in " + fault.file());
            }
            return source.replace(fault.original(), fault.mutated());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> compile(Fault fault, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, null);
        StringWriter messages = new StringWriter();
        try (Memory memory = new Memory(standard)) {
            var options = List.of("-classpath", System.getProperty("java.class.path"), "--add-modules",
                    "jdk.incubator.vector", "-proc:none");
            boolean done = compiler
                    .getTask(messages, memory, null, options, null, List.of(new Text(fault.file(), source)))
                    .call();
            if (!done) {
                throw new IllegalStateException("the fault \"" + fault.name() + "\" does not compile: " + messages);
            }
            return memory.classes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Source text in memory. */
    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String file, String text) {
            super(URI.create("string:///" + file), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps compiled classes in memory. */
    private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ByteArrayOutputStream> outputs = new HashMap<>();

        Memory(StandardJavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(JavaFileManager.Location location, String className,
                JavaFileObject.Kind kind, javax.tools.FileObject sibling) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            outputs.put(className, bytes);
            return new SimpleJavaFileObject(URI.create("memory:///" + className), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new HashMap<>();
            outputs.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }
    }

    /** Defines all of momo-core itself, the mutated classes among it. */
    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> mutated;

        Loader(Map<String, byte[]> mutated) {
            super(MutatedCore.class.getClassLoader());
            this.mutated = mutated;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(CORE)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : define(name);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            byte[] bytes = mutated.get(name);
            if (bytes == null) {
                try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                    if (in == null) {
                        throw new ClassNotFoundException(name);
                    }
                    bytes = in.readAllBytes();
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
