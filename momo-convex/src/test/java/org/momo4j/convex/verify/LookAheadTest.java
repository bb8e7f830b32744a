package org.momo4j.convex.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.momo4j.api.method.Averaging;
import org.momo4j.api.method.Decay;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.theory.Check;
import org.momo4j.api.theory.Problem;
import org.momo4j.bounds.KnownBound;
import org.momo4j.convex.testbed.TestBed;
import org.momo4j.core.momo.Momo;
import org.momo4j.core.preconditioner.IdentityPreconditioner;

/** A method that looks ahead, from the first step on or only later, is judged by the model that its steps use. */
class LookAheadTest {
    private record Nesterov(double beta, long from) implements Averaging {
        @Override
        public double a(long k) {
            return beta;
        }

        @Override
        public double b(long k) {
            return 1 - beta;
        }

        @Override
        public boolean looksAhead() {
            return true;
        }

        @Override
        public double p(long k) {
            return k < from ? 1 : beta;
        }

        @Override
        public double q(long k) {
            return k < from ? 0 : 1 - beta;
        }
    }

    @Test
    @DisplayName("T1, certificate and step hold for Nesterov's look-ahead")
    void holds() {
        List<Check> checks = ServiceLoader.load(Check.class).stream().map(ServiceLoader.Provider::get).toList();
        List<Problem> problems = TestBed.entries().stream()
                .filter(e -> List.of("least-squares-shifted", "hinge", "absolute-loss").contains(e.name()))
                .map(e -> e.build().get()).toList();
        List<Subject> subjects = List.of(subject(new Nesterov(0.9, 1)), subject(new Nesterov(0.9, 2)));
        Plan plan = new Plan(problems, List.of(), List.of(), List.of(), subjects, List.of(), 1000, 3, 0, 2);
        Verification verification = new Verifier(checks, KnownBound::new).verify(plan, Progress.NONE);
        assertEquals(List.of(), verification.checks().stream().filter(c -> !c.holds()).toList());
        assertEquals(List.of("T1", "certificate", "step"),
                verification.checks().stream().map(CheckResult::check).distinct().sorted().toList());
    }

    private static Subject subject(Averaging averaging) {
        return new Subject("nesterov " + averaging, averaging,
                setting -> new Momo(new MomentumMethod(averaging, new IdentityPreconditioner()), 0, Decay.PROXIMAL,
                        setting));
    }
}
