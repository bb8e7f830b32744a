package org.momo4j.lab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.momo4j.api.step.RunListener;
import org.momo4j.api.step.StepReport;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.experiment.RunPlan;

/**
 * The first steps of a run, with nothing left out and nothing written.
 *
 * @param steps   what each did
 * @param outcome how the run ended, if it did within these steps
 */
public record Trace(List<StepReport> steps, Optional<Outcome> outcome) {
    /**
     * Makes at most so many steps.
     *
     * @throws NotApplicableException   if the parts of the run do not go together
     * @throws IllegalArgumentException if there is no such part, or the objective cannot be created
     */
    public static Trace of(RunPlan plan, Assembly assembly, long most) throws NotApplicableException {
        List<StepReport> steps = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void step(StepReport report) {
                steps.add(report);
            }
        };
        TrainingLoop loop = new TrainingLoop(plan, assembly.of(plan), new Stopwatch(), listener);
        Optional<Outcome> outcome = loop.begin();
        while (outcome.isEmpty() && loop.steps() < most) {
            outcome = loop.step();
        }
        return new Trace(steps, outcome);
    }
}
