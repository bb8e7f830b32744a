package org.momo4j.lab.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.api.method.Decay;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;
import org.momo4j.core.averaging.FirstSampleAverage;
import org.momo4j.core.momo.Momo;
import org.momo4j.core.preconditioner.IdentityPreconditioner;
import org.momo4j.tracking.Tracker;
import org.momo4j.tracking.Tracking;
import org.momo4j.tracking.TrackingSettings;
import org.momo4j.tracking.journal.Outbox;
import org.momo4j.tracking.mlflow.MlflowSettings;
import org.momo4j.tracking.server.Replica;
import org.momo4j.tracking.stub.StubServer;

/** The example of docs/tracking.md: three lines in a loop of one's own. */
class TrackingExampleTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void itRuns() throws IOException {
        FlatVector params = FlatVector.zeros(ElementType.FLOAT32, 2);
        FlatVector gradient = FlatVector.of(ElementType.FLOAT32, 1, 0);
        Optimizer momo = new Momo(new MomentumMethod(new FirstSampleAverage(0.9), new IdentityPreconditioner()), 0,
                Decay.PROXIMAL, new Setting(ParameterLayout.flat(2), ElementType.FLOAT32, k -> 1, new KnownBound(0),
                        RandomGenerator.getDefault()));
        try (StubServer stub = StubServer.start()) {
            URI server = stub.uri();
            try (Tracking tracking = new TrackingSettings(folder, "mnist").to(MlflowSettings.of(server)).open();
                    Tracker tracker = tracking.run("momo-lr=1")) {
                for (double loss : new double[]{0.5, 0.4, 0.3}) {
                    tracker.step(momo.step(params, gradient, loss));
                }
            }
            Replica replica = Replica.of(new Outbox(folder.resolve("mnist/momo-lr=1/tracking")));
            Replica.assertExact(stub, "mnist", List.of(replica));
            assertEquals(3 * 10, replica.values(), "ten quantities a step");
        }
    }
}
