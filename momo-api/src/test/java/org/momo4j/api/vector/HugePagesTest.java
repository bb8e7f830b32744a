package org.momo4j.api.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Large vectors where there are no huge pages. */
class HugePagesTest {
    @Test
    @DisplayName("a virtual machine that refuses native calls has large vectors all the same")
    void refused() throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--illegal-native-access=deny", "-XX:TieredStopAtLevel=1", "-cp", classPath, Large.class.getName())
                .redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    /** A program that makes a large vector and uses it. */
    static final class Large {
        private Large() {}

        public static void main(String[] args) {
            FlatVector vector = FlatVector.zeros(ElementType.FLOAT64, 3 << 20);
            vector.fill(1);
        }
    }
}
