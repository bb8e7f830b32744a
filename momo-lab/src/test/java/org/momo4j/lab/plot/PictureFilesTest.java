package org.momo4j.lab.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFilesTest {
    @TempDir
    Path folder;

    @Test
    void aPictureOfOneProblemIsWrittenTwiceWithTextAsText() throws IOException {
        Picture picture = new ConvergencePlot(MadeUp.problem("least-squares", MadeUp.labels()));
        List<Path> files = PictureFiles.write(picture, folder, "least-squares");
        assertEquals(List.of(folder.resolve("least-squares.svg"), folder.resolve("least-squares.png")), files);
        String svg = Files.readString(files.getFirst());
        assertTrue(svg.contains(">least-squares<") && svg.contains("β = 0.9"), "text of the picture is text");
        assertEquals(2 * picture.width(), ImageIO.read(files.getLast().toFile()).getWidth());
    }

    @Test
    void anOverviewOfManyProblemsIsWritten() throws IOException {
        var problems = IntStream.range(0, 10).mapToObj(i -> MadeUp.problem("problem-" + i, MadeUp.labels())).toList();
        PictureFiles.write(new OverviewPlot(problems), folder, "overview");
        assertTrue(Files.readString(folder.resolve("overview.svg")).contains(">problem-9<"));
    }

    @Test
    void gapsOfZeroAndMissingBoundsAreNoObstacle() throws IOException {
        var flat = MadeUp.problem("flat");
        PictureFiles.write(new ConvergencePlot(flat), folder, "no-curves");
        PictureFiles.write(new OverviewPlot(List.of(flat)), folder, "no-tiles");
        try (var left = Files.list(folder)) {
            assertFalse(left.anyMatch(f -> f.toString().endsWith(".tmp")), "no temporary file is left");
        }
    }
}
