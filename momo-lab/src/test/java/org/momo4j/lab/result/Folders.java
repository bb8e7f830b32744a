package org.momo4j.lab.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.step.Acted;
import org.momo4j.api.step.StepReport;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.experiment.Outcome.Status;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.journal.PlanCodec;
import org.momo4j.lab.journal.Row;
import org.momo4j.lab.journal.RowCodec;
import org.momo4j.lab.run.Plans;
import org.momo4j.lab.run.folder.PlanDigest;

/**
 * Writes the folders of runs that were never made.
 *
 * @param experiment the folder of the experiment
 */
public record Folders(Path experiment) {
    /** A run, with the bound as what varies beside the learning rate. */
    public static RunPlan plan(String objective, String optimizer, String bound, double rate, long seed) {
        Map<String, Object> varies = new LinkedHashMap<>();
        varies.put("bound", bound);
        varies.put("lr", rate);
        varies.put("objective", objective);
        String name = optimizer.replaceAll("[^a-z-]", "_") + "-" + objective + "-lr="
                + Double.toString(rate).replace("Infinity", "inf") + "-bound=" + bound + "-seed=" + seed;
        return new RunPlan(name, Choice.of(objective), Choice.of(optimizer),
                new Choice("constant", Map.of("rate", rate)), Choice.of(bound), Plans.training(1), seed, varies);
    }

    /** An evaluation with these metrics: name, value, name, value ... */
    public static Row.Evaluated evaluated(long step, Object... metrics) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < metrics.length; i += 2) {
            values.put((String) metrics[i], (Double) metrics[i + 1]);
        }
        return new Row.Evaluated(step, step / 10.0, values, step / 1000.0);
    }

    /** A step that was kept. */
    public static Row stepped(long step) {
        return new Row.Stepped(
                new StepReport.Builder().k(step).loss(1).stepSize(0.1).acted(Acted.ADAPTIVE_TERM).build());
    }

    /** Writes a run; without a status it has not ended. */
    public Path write(RunPlan plan, Optional<Status> status, Row... rows) throws IOException {
        Path folder = Files.createDirectories(experiment.resolve(plan.name()));
        Files.writeString(folder.resolve("run.json"),
                "{\"plan\":" + PlanCodec.write(plan) + ",\"digest\":\"" + PlanDigest.of(plan) + "\"}\n");
        StringBuilder journal = new StringBuilder();
        for (Row row : rows) {
            journal.append(RowCodec.write(row)).append('\n');
        }
        status.ifPresent(s -> {
            int before = journal.toString().getBytes(StandardCharsets.UTF_8).length;
            String end = RowCodec.write(new Row.Ended(new Outcome(s, 10, "", 0.01)));
            journal.append(end, 0, end.length() - 1).append(",\"plan\":\"").append(PlanDigest.of(plan))
                    .append("\",\"bytes\":").append(before).append("}\n");
        });
        Files.writeString(folder.resolve("journal.jsonl"), journal);
        return folder;
    }

    /** Writes a run from a relative gap of 1 to this one; infinity for a run that diverged. */
    public Path gap(RunPlan plan, double gap) throws IOException {
        boolean diverged = Double.isInfinite(gap);
        return write(plan, Optional.of(diverged ? Status.DIVERGED : Status.DONE),
                evaluated(0, "train_loss", 2.0, "relative_gap", 1.0), stepped(1),
                evaluated(10, "train_loss", diverged ? 1e7 : gap * 2, "relative_gap", diverged ? 1e7 : gap));
    }

    /** Adds text to the journal of a run. */
    public static void append(Path folder, String text) throws IOException {
        Files.writeString(folder.resolve("journal.jsonl"), text, StandardOpenOption.APPEND);
    }

    /** Replaces text in the journal of a run. */
    public static void replace(Path folder, String old, String text) throws IOException {
        Path journal = folder.resolve("journal.jsonl");
        Files.writeString(journal, Files.readString(journal).replace(old, text));
    }
}
