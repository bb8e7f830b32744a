package org.momo4j.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The versions in docs/networks.md are those of the build; PagesTest of the tutorials holds its Java to the programs. */
class NetworksPageTest {
    private static final Path ROOT = Path.of(System.getProperty("momo.root"));

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
