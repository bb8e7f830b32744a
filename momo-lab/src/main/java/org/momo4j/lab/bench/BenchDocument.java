package org.momo4j.lab.bench;

import java.util.List;
import org.momo4j.bench.timing.Machine;
import org.momo4j.bench.timing.Ranking;
import org.momo4j.bench.timing.Result;

/**
 * Times as a JSON document.
 *
 * @param version of the program
 * @param machine where and when they were taken
 * @param seconds time of one point
 * @param results what was measured
 */
public record BenchDocument(String version, Machine machine, double seconds, List<ResultPart> results) {
    /** The document of these times. */
    public static BenchDocument of(String version, Machine machine, double seconds, List<Ranking> rankings) {
        return new BenchDocument(version, machine, seconds, rankings.stream()
                .flatMap(ranking -> ranking.results().stream().map(r -> ResultPart.of(ranking, r))).toList());
    }

    /**
     * One kernel at one point.
     *
     * @param kernel             which
     * @param type               of all vectors
     * @param n                  number of parameters
     * @param threads            how many a step may use
     * @param milliseconds       of one step: the median over the rounds
     * @param gigabytesPerSecond bytes a step has to move, by that time
     * @param ceilingRatio       the same, divided by that of axpy
     * @param lowQuartile        a quarter of the rounds took less, in milliseconds
     * @param highQuartile       a quarter of the rounds took more, in milliseconds
     * @param rounds             how many rounds
     * @param bytesPerParameter  bytes a step has to move, for each parameter
     * @param allocatedBytes     what the calling thread allocated on the heap in one step
     */
    public record ResultPart(String kernel, String type, long n, int threads, double milliseconds,
            double gigabytesPerSecond, double ceilingRatio, double lowQuartile, double highQuartile, long rounds,
            int bytesPerParameter, double allocatedBytes) {
        static ResultPart of(Ranking ranking, Result r) {
            return new ResultPart(r.kernel().toString(), r.point().type().toString(), r.point().n(),
                    r.point().threads(), r.milliseconds(), r.gigabytesPerSecond(), ranking.ceilingRatio(r),
                    r.lowQuartile(), r.highQuartile(), r.rounds(), r.kernel().bytes(r.point().type()),
                    r.allocatedBytes());
        }
    }
}
