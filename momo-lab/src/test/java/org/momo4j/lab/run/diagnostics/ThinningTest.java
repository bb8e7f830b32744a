package org.momo4j.lab.run.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Acted;
import org.momo4j.api.step.StepReport;

class ThinningTest {
    @Property(tries = 300)
    void theBudgetIsKeptAndWhatMattersIsThere(@ForAll @IntRange(min = 5, max = 60) int budget,
            @ForAll @IntRange(min = 1, max = 3000) int steps, @ForAll long seed) {
        List<StepReport> reports = reports(steps, seed, 0.02);
        List<StepReport> kept = thinned(budget, reports);
        assertTrue(kept.size() <= budget, kept.size() + " kept");
        assertTrue(kept.contains(reports.getFirst()) && kept.contains(reports.getLast()));
        assertTrue(kept.contains(first(reports, StepReport::loss, 1)));
        assertTrue(kept.contains(first(reports, StepReport::stepSize, 1)));
        assertTrue(kept.contains(first(reports, StepReport::stepSize, -1)));
        assertEquals(kept.stream().sorted(Comparator.comparingLong(StepReport::k)).toList(), kept);
        assertTrue(budget < 20 || steps < budget || kept.size() >= budget / 5, "the budget is made use of");
        assertEquals(kept, thinned(budget, reports), "the same steps, the same reports");
        if (steps <= budget - Extremes.COUNT && changes(reports) == 0) {
            assertEquals(reports, kept);
        }
    }

    @Property(tries = 100)
    void everyChangeIsKeptIfAllFit(@ForAll @IntRange(min = 45, max = 100) int budget, @ForAll long seed) {
        List<StepReport> reports = reports(2000, seed, 0.004);
        List<StepReport> kept = thinned(budget, reports);
        if (changes(reports) <= (budget - Extremes.COUNT) / 2) {
            for (int i = 1; i < reports.size(); i++) {
                assertTrue(reports.get(i).acted() == reports.get(i - 1).acted() || kept.contains(reports.get(i)));
            }
        }
    }

    @Property(tries = 100)
    void aRestoredOneGoesOnWithTheSame(@ForAll @IntRange(min = 0, max = 40) int budget,
            @ForAll @IntRange(min = 0, max = 500) int before, @ForAll long seed) {
        List<StepReport> reports = reports(600, seed, 0.05);
        Thinning first = new Thinning(budget);
        reports.subList(0, before).forEach(first::step);
        State state = first.state();
        Thinning second = new Thinning(budget);
        second.restore(state);
        reports.subList(before, reports.size()).forEach(second::step);
        assertEquals(lines(thinned(budget, reports)), lines(second.kept()));
    }

    @Test
    void aTinyBudgetKeepsWhatMattersMost() {
        List<StepReport> reports = reports(100, 1, 0.1);
        assertEquals(List.of(), thinned(0, reports));
        assertEquals(List.of(reports.getFirst()), thinned(1, reports));
        assertEquals(List.of(reports.getFirst(), reports.getLast()), thinned(2, reports));
    }

    private static List<String> lines(List<StepReport> reports) {
        return reports.stream()
                .map(r -> org.momo4j.lab.journal.RowCodec.write(new org.momo4j.lab.journal.Row.Stepped(r)))
                .toList();
    }

    private static long changes(List<StepReport> reports) {
        return LongStream.range(1, reports.size())
                .filter(i -> reports.get((int) i).acted() != reports.get((int) i - 1).acted()).count();
    }

    private static StepReport first(List<StepReport> reports, ToDoubleFunction<StepReport> value, int sign) {
        StepReport best = reports.getFirst();
        for (StepReport report : reports) {
            if (sign * value.applyAsDouble(report) > sign * value.applyAsDouble(best)) {
                best = report;
            }
        }
        return best;
    }

    private static List<StepReport> thinned(int budget, List<StepReport> reports) {
        Thinning thinning = new Thinning(budget);
        reports.forEach(thinning::step);
        return thinning.kept();
    }

    private static List<StepReport> reports(int count, long seed, double change) {
        Random random = new Random(seed);
        Acted[] acted = {Acted.CAP};
        return LongStream.rangeClosed(1, count).mapToObj(k -> {
            if (random.nextDouble() < change) {
                acted[0] = acted[0] == Acted.CAP ? Acted.ADAPTIVE_TERM : Acted.CAP;
            }
            StepReport.Builder report = new StepReport.Builder().k(k).loss(random.nextGaussian())
                    .stepSize(random.nextInt(50)).acted(acted[0]);
            if (random.nextBoolean()) {
                report.extra("more", random.nextBoolean() ? Double.NaN : k);
            }
            return report.build();
        }).toList();
    }
}
