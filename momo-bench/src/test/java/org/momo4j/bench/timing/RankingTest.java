package org.momo4j.bench.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.momo4j.api.vector.ElementType;
import org.momo4j.bench.kernel.Kernel;
import org.momo4j.bench.kernel.Point;

class RankingTest {
    private static final Point FLOATS = new Point(ElementType.FLOAT32, 1_000_000, 2);
    private static final Point DOUBLES = new Point(ElementType.FLOAT64, 1_000_000, 2);

    @Test
    void bytesByTime() {
        assertEquals(32, result(Kernel.MOMO, FLOATS, 1).gigabytesPerSecond(), 1e-12, "32 MB in a millisecond");
        assertEquals(64, result(Kernel.MOMO, DOUBLES, 1).gigabytesPerSecond(), 1e-12);
        assertEquals(6, result(Kernel.AXPY, FLOATS, 2).gigabytesPerSecond(), 1e-12);
    }

    @Test
    void theRatioComparesBytesByTime() {
        Result axpy = result(Kernel.AXPY, FLOATS, 0.6);
        Result momo = result(Kernel.MOMO, FLOATS, 2);
        Ranking ranking = new Ranking(List.of(momo, axpy));
        assertEquals((32 / 2.0) / (12 / 0.6), ranking.ceilingRatio(momo), 1e-12);
        assertEquals(1, ranking.ceilingRatio(axpy));
    }

    @Test
    void theTypeDoesNotMatterWhereTimesAreInProportion() {
        Result momo = result(Kernel.MOMO, DOUBLES, 4);
        Ranking ranking = new Ranking(List.of(result(Kernel.AXPY, DOUBLES, 1.2), momo));
        assertEquals(0.8, ranking.ceilingRatio(momo), 1e-12);
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Ranking(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Ranking(List.of(result(Kernel.MOMO, FLOATS, 1))));
        assertThrows(IllegalArgumentException.class,
                () -> new Ranking(List.of(result(Kernel.AXPY, FLOATS, 1), result(Kernel.MOMO, DOUBLES, 1))));
    }

    @Test
    void theCeilingIsAlwaysInAContest() {
        assertEquals(List.of(Kernel.MOMO, Kernel.AXPY), new Contest(FLOATS, List.of(Kernel.MOMO)).kernels());
        assertEquals(List.of(Kernel.AXPY, Kernel.MOMO),
                new Contest(FLOATS, List.of(Kernel.AXPY, Kernel.MOMO, Kernel.AXPY)).kernels());
    }

    @Test
    void aVectorThatDoesNotFitIsOneSentence() {
        Contest huge = new Contest(new Point(ElementType.FLOAT64, 1L << 50, 1), List.of(Kernel.AXPY));
        Timing timing = new Timing(Effort.ofPoint(java.time.Duration.ofMillis(1)));
        String message = assertThrows(IllegalArgumentException.class,
                () -> timing.measure(List.of(huge), r -> {
                })).getMessage();
        assertTrue(message.contains("[axpy]") && message.contains("do not fit into the memory"), message);
    }

    private static Result result(Kernel kernel, Point point, double milliseconds) {
        return new Result(kernel, point, milliseconds, milliseconds, milliseconds, 1, 0);
    }
}
