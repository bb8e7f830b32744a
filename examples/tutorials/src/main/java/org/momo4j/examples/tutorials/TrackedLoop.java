package org.momo4j.examples.tutorials;

import java.net.URI;
import java.nio.file.Path;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.tracking.Tracker;
import org.momo4j.tracking.Tracking;
import org.momo4j.tracking.TrackingSettings;
import org.momo4j.tracking.mlflow.MlflowSettings;

/** The example of docs/tracking.md: one step, tracked. */
public final class TrackedLoop {
    private TrackedLoop() {}

    /** Records in the folder {@code runs}, and sends to the server of the first argument. */
    public static void main(String[] args) {
        URI server = URI.create(args[0]);
        Optimizer momo = MethodOfOnesOwn.optimizer(2, 1);
        FlatVector params = FlatVector.of(ElementType.FLOAT64, 3, -4);
        FlatVector gradient = FlatVector.of(ElementType.FLOAT64, 3, -4);
        double loss = 12.5;

        try (Tracking tracking = new TrackingSettings(Path.of("runs"), "mnist").to(MlflowSettings.of(server)).open();
                Tracker tracker = tracking.run("momo-lr=1")) {
            tracker.step(momo.step(params, gradient, loss)); // in the loop; also metric, param, tag, artifact, dataSet
        }
    }
}
