package org.momo4j.lab.sweep.summary;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.momo4j.lab.experiment.Outcome.Status;

/**
 * What {@code momo run --format json} prints.
 *
 * @param experiment its name
 * @param folder     where its results are
 * @param runs       how many it has
 * @param found      how many of them were new, kept, stale ... before
 * @param status     how many ended how
 * @param groups     by what varies beside the seed
 */
public record SummaryDocument(String experiment, String folder, int runs, Map<String, Long> found,
        Map<String, Integer> status, List<Part> groups) {
    /**
     * Runs that differ in their seed only.
     *
     * @param varies     what makes them differ from others
     * @param runs       how many are over
     * @param status     how many ended how
     * @param medianLoss of the last training losses, infinite for runs that diverged
     * @param medianGap  of the last gaps
     */
    public record Part(Map<String, Object> varies, int runs, Map<String, Integer> status, double medianLoss,
            double medianGap) {}

    /** The document of a summary. */
    public static SummaryDocument of(String experiment, String folder, int runs, Map<String, Long> found,
            Summary summary) {
        return new SummaryDocument(experiment, folder, runs, found, status(summary.groups()),
                summary.groups().stream().map(group -> new Part(group.varies(), group.runs(),
                        status(List.of(group)), group.medianLoss(), group.medianGap())).toList());
    }

    private static Map<String, Integer> status(List<Group> groups) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Arrays.stream(Status.values()).forEach(status -> {
            int count = groups.stream().mapToInt(group -> group.count(status)).sum();
            if (count > 0) {
                counts.put(status.name().toLowerCase(Locale.ROOT).replace('_', '-'), count);
            }
        });
        return counts;
    }
}
