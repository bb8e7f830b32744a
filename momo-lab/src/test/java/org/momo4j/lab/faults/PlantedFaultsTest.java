package org.momo4j.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.momo4j.api.provider.LowerBoundProvider;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.theory.Check;
import org.momo4j.api.theory.Problem;
import org.momo4j.bounds.KnownBound;
import org.momo4j.bounds.OnlineBound;
import org.momo4j.convex.testbed.Entry;
import org.momo4j.convex.testbed.TestBed;
import org.momo4j.convex.verify.CheckResult;
import org.momo4j.convex.verify.Plan;
import org.momo4j.convex.verify.Progress;
import org.momo4j.convex.verify.Subject;
import org.momo4j.convex.verify.Verification;
import org.momo4j.convex.verify.Verifier;
import org.momo4j.core.averaging.FirstSampleAverage;
import org.momo4j.lab.catalogue.Catalogue;
import org.momo4j.lab.catalogue.Catalogues;
import org.momo4j.lab.replay.Recording;
import org.momo4j.lab.replay.RecordingReader;
import org.momo4j.lab.replay.Replay;
import org.momo4j.lab.verification.Subjects;
import org.momo4j.testkit.Promise;
import org.momo4j.testkit.model.TruncatedModelContract;
import org.momo4j.testkit.model.TruncatedModelSubject;

/**
 * The verifier and the replay can fail: each fault is written into the real sources of MoMo, and caught. Which check
 * catches which stands in docs/faults.md, and this test holds the page to it.
 */
class PlantedFaultsTest {
    private static final String MOMO = "org/momo4j/core/momo/Momo.java";
    private static final String NUMERATOR = "averages.lossAverage() - averages.gamma() - rho * fStar";
    private static final List<Fault> FAULTS = List.of(
            new Fault("sign of γ", MOMO, NUMERATOR, "averages.lossAverage() + averages.gamma() - rho * fStar"),
            new Fault("ρ forgotten", MOMO, NUMERATOR, "averages.lossAverage() - averages.gamma() - fStar"),
            new Fault("bound not used", MOMO, NUMERATOR, "averages.lossAverage() - averages.gamma()"),
            new Fault("no positive part", MOMO, "isPositive(numerator, rho * fStar) && ", ""),
            new Fault("cap not divided by ρ", MOMO, "double cap = alpha / rho;", "double cap = alpha;"),
            new Fault("step doubled", MOMO, "passes.write(alpha, stepSize,", "passes.write(alpha, 2 * stepSize,"),
            new Fault("step doubled, and reported so", MOMO, "Math.min(cap, adaptiveTerm));",
                    "2 * Math.min(cap, adaptiveTerm));"),
            new Fault("decay applied twice", "org/momo4j/core/pass/Groups.java",
                    "return kind == Decay.PROXIMAL ? shrinkage(i, rate) : 1;",
                    "return kind == Decay.PROXIMAL ? shrinkage(i, rate) * shrinkage(i, rate) : 1;"),
            new Fault("first sample weighted wrongly", "org/momo4j/core/averaging/FirstSampleAverage.java",
                    "return k == 1 ? 1 : 1 - beta;", "return 1 - beta;"),
            new Fault("loss not averaged", "org/momo4j/core/momo/Averages.java", "return lookAhead(lossAverage, loss);",
                    "return loss;"),
            new Fault("second moment not corrected", "org/momo4j/core/preconditioner/AdamPreconditioner.java",
                    "correction = 1 - Math.pow(beta2, k);", "correction = 1;"));

    private final Catalogue<LowerBoundProvider<?>> bounds = new Catalogue<>("bound",
            Map.of("known", new KnownBound.Provider(), "online", new OnlineBound.Provider()));
    private final List<Problem> problems = TestBed.entries().stream()
            .filter(e -> List.of("least-squares-shifted", "absolute-loss").contains(e.name())).map(Entry::build)
            .map(b -> b.get()).toList();

    @Test
    @DisplayName("without a fault, every check holds")
    void soundCodePasses() throws Exception {
        Fault none = new Fault("none", MOMO, NUMERATOR, NUMERATOR);
        assertEquals(List.of(), caughtBy(none));
    }

    @Test
    @DisplayName("every fault is caught, by the checks that docs/faults.md names")
    void everyFaultIsCaught() throws Exception {
        List<String> rows = new ArrayList<>();
        for (Fault fault : FAULTS) {
            List<String> caught = caughtBy(fault);
            assertFalse(caught.isEmpty(), fault.name() + " was not caught");
            rows.add("| " + fault.name() + " | " + String.join(", ", caught) + " |");
        }
        String page = Files.readString(Path.of("..", "docs", "faults.md"));
        for (String row : rows) {
            assertTrue(page.contains(row), "docs/faults.md lacks a row; the table is now\n" + String.join("\n", rows));
        }
    }

    private List<String> caughtBy(Fault fault) throws ReflectiveOperationException, IOException, URISyntaxException {
        MutatedCore core = new MutatedCore(fault);
        Map<String, OptimizerProvider<?>> mutated = new TreeMap<>();
        mutated.put("momo", core.optimizer("momo"));
        mutated.put("momo-adam", core.optimizer("momo-adam"));
        Catalogue<OptimizerProvider<?>> optimizers = new Catalogue<>("optimizer", mutated);

        TreeSet<String> caught = new TreeSet<>();
        for (CheckResult check : verify(optimizers).checks()) {
            if (!check.holds()) {
                caught.add(check.check());
            }
        }
        List<String> all = new ArrayList<>(caught);
        if (!keepsContract(mutated.get("momo"))) {
            all.add("contract");
        }
        if (!replays(optimizers)) {
            all.add("replay");
        }
        return all;
    }

    private Verification verify(Catalogue<OptimizerProvider<?>> optimizers) {
        List<Check> checks = ServiceLoader.load(Check.class).stream().map(ServiceLoader.Provider::get).toList();
        List<Subject> subjects = new Subjects(optimizers).of(List.of("momo"), List.of(0.0, 0.9));
        Plan plan = new Plan(problems, List.of(), problems, List.of(), subjects, List.of(), 2000, 2, 0, 1);
        return new Verifier(checks, KnownBound::new).verify(plan, Progress.NONE);
    }

    /** The contract of momo-testkit, with an averaging that was not mutated. */
    private static <P> boolean keepsContract(OptimizerProvider<P> momo) {
        P parameters = momo.hyperParameters().read(Map.of("weightDecay", 0.1));
        TruncatedModelSubject subject = new TruncatedModelSubject("momo", setting -> momo.create(parameters, setting),
                new FirstSampleAverage(0.9), 0.1);
        for (Promise<TruncatedModelSubject> promise : TruncatedModelContract.promises()) {
            try {
                promise.check().of(subject);
            } catch (AssertionError broken) {
                return false;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return true;
    }

    private boolean replays(Catalogue<OptimizerProvider<?>> optimizers) throws IOException, URISyntaxException {
        Catalogues catalogues = new Catalogues(optimizers, bounds, new Catalogue<>("objective", Map.of()),
                new Catalogue<>("schedule", Map.of()), new Catalogue<>("check", Map.of()));
        Path file = Path.of(Objects
                .requireNonNull(PlantedFaultsTest.class.getResource("/org/momo4j/lab/replay/reference.json")).toURI());
        Recording recording = new RecordingReader(catalogues).read(file);
        Replay replay = new Replay(catalogues);
        return recording.runs().stream().allMatch(run -> replay.replay(run, recording.type()).largest() <= 1e-12);
    }
}
