package org.momo4j.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Java of docs/networks.md stands in the programs, line for line, and its versions are those of the build. */
class NetworksPageTest {
    private static final Path ROOT = Path.of(System.getProperty("momo.root"));
    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    private static String withoutIndentation(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n", "\n", "\n"));
    }

    @Test
    void everyBlockIsPartOfAProgram() throws IOException {
        List<String> programs;
        try (Stream<Path> files = Files.walk(ROOT.resolve("examples/programs/src/main/java"))) {
            programs = files.filter(Files::isRegularFile).map(file -> {
                try {
                    return withoutIndentation(Files.readString(file));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }).toList();
        }
        int blocks = 0;
        for (Matcher block = JAVA.matcher(Files.readString(ROOT.resolve("docs/networks.md"))); block.find();) {
            String wanted = withoutIndentation(block.group(1));
            assertTrue(programs.stream().anyMatch(program -> program.contains(wanted)), block.group(1));
            blocks++;
        }
        assertEquals(7, blocks);
    }

    @Test
    void versionsAreThoseOfTheBuild() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/networks.md"));
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        String djl = version(pom, "djl");
        String pytorch = version(pom, "pytorch");
        for (String artifact : List.of("deeplearning4j-nn:" + version(pom, "dl4j"),
                "nd4j-native:" + version(pom, "nd4j"),
                "pytorch-engine:" + djl, "pytorch-jni:" + pytorch + "-" + djl, "pytorch-native-cpu:" + pytorch)) {
            assertTrue(page.contains(artifact + "`"), artifact);
        }
    }

    private static String version(String pom, String name) {
        Matcher version = Pattern.compile("<" + name + "\\.version>(.*?)<").matcher(pom);
        assertTrue(version.find(), name);
        return version.group(1);
    }
}
