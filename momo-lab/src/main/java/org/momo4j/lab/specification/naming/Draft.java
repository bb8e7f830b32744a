package org.momo4j.lab.specification.naming;

import java.util.Map;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.specification.document.Place;

/**
 * A run that has no name yet.
 *
 * @param plan  all but name and what varies
 * @param place where it was asked for
 */
public record Draft(RunPlan plan, Place place) {
    /** The plan with its name. */
    public RunPlan named(String name, Map<String, Object> varies) {
        return new RunPlan(name, plan.objective(), plan.optimizer(), plan.learningRate(), plan.bound(),
                plan.training(), plan.seed(), varies, plan.plugins());
    }
}
