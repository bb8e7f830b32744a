package org.momo4j.lab.result.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.momo4j.lab.result.Folders.evaluated;
import static org.momo4j.lab.result.Folders.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.lab.Ran;
import org.momo4j.lab.experiment.Outcome.Status;
import org.momo4j.lab.result.Folders;

class ExportCommandTest {
    private static final String HEAD = "experiment,run,objective,optimizer,lr,bound,seed,status,step,epoch,train_loss,gap,seconds\r\n";

    @TempDir
    Path root;

    private Path experiment() throws IOException {
        return Files.createDirectories(root.resolve("small"));
    }

    @Test
    void aRowForEachRunAndEvaluation() throws IOException {
        Folders folders = new Folders(experiment());
        folders.write(plan("f", "momo", "known", 10, 0), Optional.of(Status.DIVERGED),
                evaluated(0, "train_loss", 1.0, "gap", 0.1 + 0.2), evaluated(10, "train_loss", Double.NaN, "gap",
                        Double.POSITIVE_INFINITY));
        folders.write(plan("f", "momo", "known", 1e-4, 1), Optional.of(Status.FAILED),
                evaluated(0, "train_loss", 1e-8));
        Path torn = folders.write(plan("f", "momo", "known", 0.1, 0), Optional.empty(),
                evaluated(0, "train_loss", Double.NEGATIVE_INFINITY));
        Folders.append(torn, "{\"row\"");
        folders.write(plan("f", "momo", "known", 1, 0), Optional.empty());
        Ran ran = Ran.momo("export", experiment().toString(), "--to", "-");
        assertEquals(HEAD
                + "small,momo-f-lr=1.0E-4-bound=known-seed=1,f,momo,1e-4,known,1,failed,0,0,1e-8,,0\r\n"
                + "small,momo-f-lr=0.1-bound=known-seed=0,f,momo,0.1,known,0,unfinished,0,0,-Infinity,,0\r\n"
                + "small,momo-f-lr=10.0-bound=known-seed=0,f,momo,10,known,0,diverged,0,0,1,0.30000000000000004,0\r\n"
                + "small,momo-f-lr=10.0-bound=known-seed=0,f,momo,10,known,0,diverged,10,1,NaN,Infinity,0.01\r\n",
                ran.out());
        assertTrue(ran.err().contains("2 runs not finished, and so with the rows there are: momo-f-lr=0.1"), ran.err());
        assertTrue(ran.err().contains("1 run never evaluated, and so without a row: momo-f-lr=1.0-"), ran.err());
        assertEquals(0, ran.code());
    }

    @Test
    void whatIsSpecialIsQuoted() throws IOException {
        List<String> odd = List.of("a,b", "say \"so\"", "two\nlines", "\rreturn", "\"", ",", " blank ", "é∞");
        for (int i = 0; i < odd.size(); i++) {
            new Folders(experiment()).write(plan("f", odd.get(i), "known", 1, i), Optional.of(Status.DONE),
                    evaluated(0, "loss, \"of\" all", 1.0));
        }
        Path file = root.resolve("new/out.csv");
        assertEquals(0, Ran.momo("export", experiment().toString(), "--to", file.toString()).code());
        String text = Files.readString(file);
        assertTrue(text.contains(",\"say \"\"so\"\"\","), text);
        assertTrue(text.contains(",\"loss, \"\"of\"\" all\",seconds\r\n"), text);
        try (MappingIterator<List<String>> rows = new CsvMapper().enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .readerForListOf(String.class).readValues(text)) {
            List<List<String>> all = rows.readAll();
            assertEquals(odd.stream().sorted().toList(),
                    all.subList(1, all.size()).stream().map(r -> r.get(3)).sorted().toList());
            assertTrue(all.stream().allMatch(r -> r.size() == 12), all.toString());
        }
    }

    @Test
    void jsonSaysWhatWasWritten() throws IOException {
        Folders folders = new Folders(experiment());
        folders.gap(plan("f", "momo", "known", 1, 0), 0.1);
        Folders.replace(folders.gap(plan("f", "momo", "known", 1, 1), 0.1), "stepped", "stopped");
        Ran ran = Ran.momo("export", experiment().toString(), "--to", root.resolve("a.csv").toString(), "--format",
                "json");
        JsonNode document = new JsonMapper().readTree(ran.out());
        assertEquals(2, document.path("rows").asInt());
        assertEquals(1, document.path("runs").asInt());
        assertEquals(1, document.path("damaged").size());
        assertTrue(ran.err().contains("seed=1/journal.jsonl, line 2, "), ran.err());
    }

    @Test
    void aRowForEachSettingWithTheSummary() throws IOException {
        Folders folders = new Folders(experiment());
        for (long seed = 0; seed < 3; seed++) {
            folders.gap(plan("f", "momo", "known", 1, seed), seed == 2 ? Double.POSITIVE_INFINITY : 0.5 + seed);
        }
        folders.write(plan("f", "momo", "known", 1, 3), Optional.empty(), evaluated(0, "relative_gap", 1.0));
        Ran ran = Ran.momo("export", experiment().toString(), "--to", "-", "--summary");
        assertEquals("experiment,objective,optimizer,method,lr,runs,diverged,failed,unfinished,metric,n,finite,mean,"
                + "deviation,median,q10,q25,q75,q90\r\n"
                + "small,f,momo,momo,1,4,1,0,1,relative_gap,3,2,1,0.7071067811865476,1.5,0.7,1,Infinity,Infinity\r\n",
                ran.out());
        assertTrue(ran.err().contains("1 run not finished, and so without a score: momo-f-lr=1.0-"), ran.err());
        refused("unknown metric \"gop\"; there are [train_loss, relative_gap]", "export", experiment().toString(),
                "--to", "-", "--summary", "--metric", "gop");
    }

    @Test
    void wrongUsageIsOneSentence() throws IOException {
        refused("missing required option: '--to=FILE'", "export", experiment().toString());
        refused("none does not exist", "export", root.resolve("none").toString(), "--to", "-");
        refused("holds no runs; it must be the folder of one experiment", "export", experiment().toString(), "--to",
                "-");
        new Folders(experiment()).gap(plan("f", "momo", "known", 1, 0), 0.1);
        refused("is a directory; a file is needed", "export", experiment().toString(), "--to", root.toString());
        refused("--to is -; it must be the name of a file where --format is json", "export", experiment().toString(),
                "--to", "-", "--format", "json");
    }

    private static void refused(String sentence, String... arguments) {
        Ran ran = Ran.momo(arguments);
        assertEquals(2, ran.code(), ran.err());
        assertTrue(ran.err().contains(sentence), ran.err());
        assertEquals(1, ran.err().lines().count(), ran.err());
    }
}
