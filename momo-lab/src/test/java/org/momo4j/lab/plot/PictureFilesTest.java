package org.momo4j.lab.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.convex.verify.ProblemResult;

class PictureFilesTest {
    @TempDir
    Path folder;

    @Test
    void aPictureOfOneProblemIsWrittenTwiceWithTextAsText() throws IOException {
        Picture picture = alone(MadeUp.problem("least-squares", MadeUp.labels()));
        List<Path> files = PictureFiles.write(picture, folder, "least-squares");
        assertEquals(List.of(folder.resolve("least-squares.svg"), folder.resolve("least-squares.png")), files);
        String svg = Files.readString(files.getFirst());
        assertTrue(svg.contains(">least-squares<") && svg.contains("β = 0.9"), "text of the picture is text");
        assertEquals(2 * picture.width(), ImageIO.read(files.getLast().toFile()).getWidth());
    }

    @Test
    void anOverviewOfManyProblemsIsWritten() throws IOException {
        var problems = IntStream.range(0, 10).mapToObj(i -> MadeUp.problem("problem-" + i, MadeUp.labels())).toList();
        PictureFiles.write(new OverviewPlot(problems, MethodColours.of(problems)), folder, "overview");
        assertTrue(Files.readString(folder.resolve("overview.svg")).contains(">problem-9<"));
    }

    @Test
    void gapsOfZeroAndMissingBoundsAreNoObstacle() throws IOException {
        var flat = MadeUp.problem("flat");
        PictureFiles.write(alone(flat), folder, "no-curves");
        PictureFiles.write(new OverviewPlot(List.of(flat), MethodColours.of(List.of(flat))), folder, "no-tiles");
        try (var left = Files.list(folder)) {
            assertFalse(left.anyMatch(f -> f.toString().endsWith(".tmp")), "no temporary file is left");
        }
    }

    @Test
    void curvesOverFewerRunsAreNotDrawnBesideTheOthers() throws IOException {
        var few = MadeUp.problem("few", label -> label.contains("uniform") ? 3 : 20, MadeUp.labels());
        PictureFiles.write(alone(few), folder, "few");
        String svg = Files.readString(folder.resolve("few.svg"));
        assertTrue(svg.contains("β = 0.9") && !svg.contains("uniform"));
        PictureFiles.write(alone(MadeUp.problem("many", MadeUp.labels())), folder, "many");
        assertTrue(Files.readString(folder.resolve("many.svg")).contains("uniform"));
    }

    @Test
    void aMethodHasOneColourInAllPictures() {
        var one = MadeUp.problem("one", "momo beta=0 lr=inf");
        var two = MadeUp.problem("two", "momo beta=0.9 lr=inf", "momo beta=0 lr=0.1");
        MethodColours colours = MethodColours.of(List.of(one, two));
        assertEquals(colours.colour(one.curves().getFirst()), colours.colour(two.curves().getLast()));
        assertNotEquals(colours.colour(one.curves().getFirst()), colours.colour(two.curves().getFirst()));
    }

    private static Picture alone(ProblemResult problem) {
        return new ConvergencePlot(problem, MethodColours.of(List.of(problem)));
    }
}
