package org.momo4j.lab.skeleton;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.momo4j.api.provider.ApiVersion;

/** Writes the project. */
public final class Skeleton {
    private Skeleton() {}

    /**
     * Writes the project of a method, whole or not at all.
     *
     * @param method  what it is called
     * @param version the version of MoMo's modules that it is built against
     * @param folder  the folder of the project, which must not exist
     * @throws IllegalArgumentException if it exists
     * @throws IOException              if it cannot be written
     */
    public static void write(MethodName method, String version, Path folder) throws IOException {
        Path place = folder.toAbsolutePath().normalize();
        if (Files.exists(place)) {
            throw new IllegalArgumentException(folder + " exists; it must be a folder that does not");
        }
        Files.createDirectories(place.getParent());
        Path begun = Files.createDirectory(
                place.resolveSibling("." + place.getFileName() + "." + ProcessHandle.current().pid()));
        for (Map.Entry<String, String> file : files(method).entrySet()) {
            Path target = begun.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, filled(template(file.getValue()), method, version));
        }
        Files.move(begun, place, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether a class of this name is imported or made by the templates, or would hide one of java.lang. */
    static boolean uses(String className) {
        String code = Stream.of("Method.java", "MethodTest.java", "StepsTest.java").map(Skeleton::template)
                .collect(Collectors.joining("\n"));
        boolean named = Pattern.compile("(\\.|record |class )" + className + "\\b").matcher(code).find();
        return named || isInJavaLang(className);
    }

    private static boolean isInJavaLang(String className) {
        try {
            Class.forName("java.lang." + className, false, Skeleton.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Map<String, String> files(MethodName method) {
        String code = method.path() + "/" + method.className();
        Map<String, String> files = new LinkedHashMap<>();
        files.put("pom.xml", "pom.xml");
        files.put("README.md", "README.md");
        files.put("compare.yaml", "compare.yaml");
        files.put(".gitignore", "gitignore");
        files.put("src/main/java/" + code + ".java", "Method.java");
        files.put("src/main/java/" + method.path() + "/package-info.java", "package-info.java");
        files.put("src/main/resources/META-INF/services/org.momo4j.api.provider.MomentumMethodProvider", "service");
        files.put("src/test/java/" + code + "Test.java", "MethodTest.java");
        files.put("src/test/java/" + code + "StepsTest.java", "StepsTest.java");
        return files;
    }

    private static String template(String name) {
        try (InputStream in = Objects.requireNonNull(Skeleton.class.getResourceAsStream(name + ".txt"), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String filled(String template, MethodName method, String version) {
        return template.replace("@name@", method.name()).replace("@package@", method.packageName())
                .replace("@path@", method.path()).replace("@Class@", method.className())
                .replace("@version@", version).replace("@api@", ApiVersion.CURRENT.toString());
    }
}
