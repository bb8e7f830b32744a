package org.momo4j.lab.run;

import com.google.inject.Guice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.vector.ElementType;
import org.momo4j.lab.catalogue.Catalogues;
import org.momo4j.lab.experiment.Experiment;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.experiment.Training;
import org.momo4j.lab.experiment.Training.EvaluationGrid;
import org.momo4j.lab.experiment.Training.Length;
import org.momo4j.lab.experiment.Training.Stopping;
import org.momo4j.lab.experiment.Training.Unit;
import org.momo4j.lab.wiring.ProvidersModule;

/** Experiments made by hand. */
public final class Plans {
    private Plans() {}

    /** What is installed. */
    public static Catalogues installed() {
        return Guice.createInjector(new ProvidersModule()).getInstance(Catalogues.class);
    }

    /** 200 x 10, batches of 20, so many epochs. */
    public static Training training(long epochs) {
        return new Training(ElementType.FLOAT64, 20, Training.Sampling.SHUFFLE, 1, Double.POSITIVE_INFINITY,
                new Length(epochs, Unit.EPOCHS), new EvaluationGrid(EvaluationGrid.Kind.REGULAR, 1, Unit.EPOCHS),
                Stopping.NEVER, 100, 1);
    }

    /** A run on least squares. */
    public static RunPlan plan(String name, String optimizer, double rate, long seed, Training training) {
        Map<String, Object> varies = new LinkedHashMap<>();
        varies.put("optimizer", optimizer);
        varies.put("lr", rate);
        varies.put("seed", seed);
        return new RunPlan(name, new Choice("least-squares", Map.of("samples", 200, "dimension", 10)),
                Choice.of(optimizer), new Choice("constant", Map.of("rate", rate)),
                new Choice("known", Map.of("value", 0.0)), training, seed, varies);
    }

    /** Some methods, rates and seeds. */
    public static Experiment experiment(String name, long seeds, Training training) {
        List<RunPlan> runs = new ArrayList<>();
        for (String optimizer : List.of("momo", "momo-adam", "sgd-m", "adam")) {
            for (double rate : new double[]{1e-3, 1e-1, 10, 1000}) {
                for (long seed = 0; seed < seeds; seed++) {
                    runs.add(plan(optimizer + "-lr=" + rate + "-seed=" + seed, optimizer, rate, seed, training));
                }
            }
        }
        return new Experiment(name, runs);
    }
}
