package org.momo4j.lab.result.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.momo4j.lab.result.Folders.evaluated;
import static org.momo4j.lab.result.Folders.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.lab.Ran;
import org.momo4j.lab.experiment.Outcome.Status;
import org.momo4j.lab.result.Folders;

/**
 * On f: momo reaches 1e-8 at lr 1, and 1e-6, 1e-7, 1e-5 at 0.1, 10, 100, with one seed of four diverging; sgd-m reaches 1e-4 at
 * lr 0.1 alone, and half of its seeds diverge at 1.
 */
class CompareCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        double[] rates = {0.1, 1, 10, 100};
        double[] momo = {1e-6, 1e-8, 1e-7, 1e-5};
        double[] sgd = {1e-4, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        Folders folders = new Folders(folder);
        for (int i = 0; i < rates.length; i++) {
            for (long seed = 0; seed < 4; seed++) {
                double factor = 1 + 0.01 * (seed - 1.5);
                folders.gap(plan("f", "momo", "online", rates[i], seed),
                        seed == 3 ? Double.POSITIVE_INFINITY : momo[i] * factor);
                folders.gap(plan("f", "sgd-m", "known", rates[i], seed), i == 1 && seed < 2 ? 1e-5 : sgd[i] * factor);
            }
        }
    }

    private JsonNode compare(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("compare", folder.toString(), "--format", "json"));
        arguments.addAll(List.of(options));
        Ran ran = Ran.momo(arguments.toArray(String[]::new));
        assertEquals(0, ran.code(), ran.err());
        return new JsonMapper().readTree(ran.out());
    }

    @Test
    void ranksByTheMedianAtTheBestRate() throws IOException {
        JsonNode objective = compare("--tolerance", "0.25").path("objectives").path(0);
        assertEquals("relative_gap", objective.path("metric").asText());
        assertEquals(1, objective.path("initial").asDouble());
        JsonNode first = objective.path("methods").path(0);
        assertEquals("momo", first.path("method").asText());
        assertEquals(1, first.path("lr").asDouble());
        // seeds 0.985e-8, 0.995e-8, 1.005e-8, inf
        assertEquals(1e-8, first.path("score").asDouble(), 1e-15);
        JsonNode second = objective.path("methods").path(1);
        assertEquals("sgd-m", second.path("method").asText());
        assertEquals(2, second.path("rank").asInt());
        // the median of 1e-5, 1e-5, inf, inf is infinite
        assertEquals(0.1, second.path("lr").asDouble());
        assertEquals(1e-4, second.path("score").asDouble(), 1e-12);
        JsonNode atOne = second.path("settings").path(1);
        assertEquals(2, atOne.path("diverged").asInt());
        assertEquals("Infinity", atOne.path("scores").path("median").asText());
        assertEquals(1e-5, atOne.path("scores").path("mean").asDouble(), 1e-12);
        assertEquals(2, atOne.path("scores").path("finite").asInt());
        // sums of ranks: 1, 2, 3, 8 against 4, 5, 6, 7; as far or farther on one side: 10, 11, 12, 13, 14 of 10..18
        assertEquals(0.3428571428571429, second.path("probability").asDouble(), 1e-12);
        assertEquals("not told apart", second.path("verdict").asText());
    }

    @Test
    void widthsAreOfNeighboursWithinAShareOfTheOrdersOfMagnitude() throws IOException {
        // 75% of 8 orders are 6: 0.1 .. 10, of which 1e-6 is just one; 1e-5 at 100 is not
        JsonNode momo = compare("--tolerance", "0.26").path("objectives").path(0).path("methods").path(0);
        assertEquals(2, momo.path("width").path("decades").asDouble(), 1e-12);
        assertTrue(momo.path("width").path("open").asBoolean());
        JsonNode none = compare("--tolerance", "0.2").path("objectives").path(0).path("methods").path(0);
        assertEquals(1, none.path("width").path("decades").asDouble(), 1e-12);
        assertEquals(10, none.path("width").path("most").asDouble());
        JsonNode sgd = compare("--tolerance", "0.26").path("objectives").path(0).path("methods").path(1);
        assertEquals(0, sgd.path("width").path("decades").asDouble());
        assertTrue(sgd.path("widthOfBest").path("decades").isNull());
        assertEquals(0, compare("--tolerance", "0.5").path("objectives").path(0).path("methods").path(1)
                .path("width").path("decades").asDouble());
    }

    @Test
    void methodsAndMetricsCanBeChosen() throws IOException {
        JsonNode chosen = compare("sgd-m", "--metric", "train_loss").path("objectives").path(0);
        assertEquals("train_loss", chosen.path("metric").asText());
        assertEquals(1, chosen.path("methods").size());
        assertEquals("sgd-m", chosen.path("methods").path(0).path("method").asText());
        assertEquals(2e-4, chosen.path("methods").path(0).path("score").asDouble(), 1e-12);
    }

    @Test
    void objectivesAreRankedApartAndWhatVariesNamesAMethod() throws IOException {
        Folders folders = new Folders(folder);
        for (String bound : List.of("known", "online")) {
            folders.write(plan("g", "momo", bound, 1, 0), Optional.of(Status.DONE),
                    evaluated(0, "train_loss", 1.0, "accuracy", 0.5),
                    evaluated(10, "train_loss", bound.equals("known") ? 0.5 : 0.25, "accuracy", 0.75));
        }
        folders.write(plan("g", "momo", "known", 1, 1), Optional.of(Status.FAILED), evaluated(0, "train_loss", 1.0));
        folders.write(plan("g", "momo", "known", 1, 2), Optional.empty(), evaluated(0, "train_loss", 0.0));
        JsonNode g = compare().path("objectives").path(1);
        assertEquals("train_loss", g.path("metric").asText());
        assertEquals("momo bound=online", g.path("methods").path(0).path("method").asText());
        assertEquals(0.5, g.path("methods").path(1).path("score").asDouble());
        JsonNode known = g.path("methods").path(1).path("settings").path(0);
        assertEquals(3, known.path("runs").asInt());
        assertEquals(1, known.path("failed").asInt());
        assertEquals(1, known.path("unfinished").asInt());
        assertEquals("too few seeds", g.path("methods").path(1).path("verdict").asText());
        String told = Ran.momo("compare", folder.toString()).err();
        assertEquals("momo: 1 run not finished, and so without a score\nmomo: 1 run failed, and so without a score\n",
                told);
        JsonNode accuracy = compare("--metric", "accuracy").path("objectives").path(1).path("methods");
        assertEquals(1, accuracy.path(1).path("rank").asInt());
    }

    @Test
    void textHasATableAndSaysWhatItMeans() {
        Ran ran = Ran.momo("compare", folder.toString());
        assertTrue(ran.out().startsWith("f, relative_gap, initially 1\n"), ran.out());
        assertTrue(ran.out().contains("not told apart") && ran.out().contains("width: decades"), ran.out());
    }

    @Test
    void wrongUsageIsOneSentence() {
        refused("unknown metric \"relativ_gap\"; did you mean \"relative_gap\"?", "--metric", "relativ_gap");
        refused("unknown method \"mommo\"; did you mean \"momo\"?", "mommo");
        refused("--tolerance is 1; it must be at least 0 and less than 1", "--tolerance", "1");
        refused("--tolerance is NaN", "--tolerance", "nan");
        Ran ran = Ran.momo("compare", folder.resolve("none").toString());
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("none does not exist"), ran.err());
    }

    private void refused(String sentence, String... options) {
        List<String> arguments = new ArrayList<>(List.of("compare", folder.toString()));
        arguments.addAll(List.of(options));
        Ran ran = Ran.momo(arguments.toArray(String[]::new));
        assertEquals(2, ran.code(), ran.err());
        assertTrue(ran.err().contains(sentence), ran.err());
        assertEquals(1, ran.err().lines().count(), ran.err());
    }
}
