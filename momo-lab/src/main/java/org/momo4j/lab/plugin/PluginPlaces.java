package org.momo4j.lab.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.momo4j.lab.failure.FileError;

/** Where plugins are looked for: a folder of the user's, if it is there, and what a command was told. Filled before anything is looked for. */
public final class PluginPlaces {
    /** The property that names another folder than {@code ~/.momo/plugins}. */
    public static final String PROPERTY = "momo.plugins";

    private final List<Path> places = new ArrayList<>();

    private PluginPlaces() {}

    /** Nowhere. */
    public static PluginPlaces none() {
        return new PluginPlaces();
    }

    /** The folder of the user alone. */
    public static PluginPlaces ofUser() {
        PluginPlaces user = none();
        Path usual = Path.of(System.getProperty(PROPERTY,
                Path.of(System.getProperty("user.home"), ".momo", "plugins").toString()));
        if (Files.isDirectory(usual)) {
            user.places.add(usual);
        }
        return user;
    }

    /**
     * One place more.
     *
     * @param place a folder with jars, or a jar
     * @throws IllegalArgumentException if it is neither
     */
    public void add(Path place) {
        if (!Files.isDirectory(place) && !(Files.isRegularFile(place) && isJar(place))) {
            throw new IllegalArgumentException(
                    "--plugins is \"" + place + "\"; it must be a directory that exists, or a jar");
        }
        if (jars(place).isEmpty()) {
            throw new IllegalArgumentException("--plugins is \"" + place
                    + "\"; there is no jar in it; the jar of a project lies in its folder target, once it was built");
        }
        places.add(place);
    }

    /** The jars in all places, in the order of places and names; a folder that cannot be read is left out. */
    List<Path> jars(PluginListener listener) {
        List<Path> all = new ArrayList<>();
        for (Path place : places) {
            try {
                jars(place).forEach(jar -> all.add(jar.toAbsolutePath().normalize()));
            } catch (UncheckedIOException e) {
                listener.leftOut("plugins in " + place + " are left out: " + FileError.sentence(e.getCause()));
            }
        }
        return all.stream().distinct().toList();
    }

    private static List<Path> jars(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(PluginPlaces::isJar).filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isJar(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".jar") && !name.endsWith("-sources.jar") && !name.endsWith("-javadoc.jar")
                && !name.endsWith("-tests.jar") && !name.startsWith("original-");
    }
}
