package org.momo4j.lab.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.momo4j.api.vector.ElementType;
import org.momo4j.bench.kernel.Kernel;
import org.momo4j.bench.kernel.Point;
import org.momo4j.bench.timing.Machine;
import org.momo4j.bench.timing.Ranking;
import org.momo4j.bench.timing.Result;
import org.momo4j.lab.report.Counted;
import org.momo4j.lab.report.Numbers;
import org.momo4j.lab.report.Table;

/** Times as people read them: a table for each type and number of threads, kernels down and sizes across. */
public final class BenchText {
    /** Columns that the names of kernels, and one size, take. */
    private static final int KERNEL_WIDTH = 14;
    private static final int SIZE_WIDTH = 25;

    /** A spread between the quartiles that is worth a warning. */
    private static final double LARGE_SPREAD = 0.2;

    private final Machine machine;
    private final List<Ranking> rankings;
    private final int columns;

    /** Tables of this width. */
    public BenchText(Machine machine, List<Ranking> rankings, int columns) {
        this.machine = machine;
        this.rankings = rankings;
        this.columns = columns;
    }

    /** The whole text. */
    public String render() {
        return Stream.concat(Stream.of(machineLine()), Stream.concat(tables(), Stream.of(legend(), spread())))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String machineLine() {
        return machine.processor() + ", " + Counted.of(machine.processors(), "processor") + ", vectors of "
                + machine.vectorBits() + " bits, Java " + machine.java() + ", " + machine.date() + "\n";
    }

    private Stream<String> tables() {
        record Group(ElementType type, int threads) {}
        Map<Group, List<Ranking>> groups = rankings.stream().collect(Collectors.groupingBy(
                r -> new Group(point(r).type(), point(r).threads()), LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(g -> g.getKey().type() + ", " + Counted.of(g.getKey().threads(), "thread") + "\n"
                        + chunks(g.getValue()).map(this::table).collect(Collectors.joining("\n")));
    }

    private static Point point(Ranking ranking) {
        return ranking.results().getFirst().point();
    }

    /** As many sizes as fit side by side. */
    private Stream<List<Ranking>> chunks(List<Ranking> all) {
        int fit = Math.max(1, (columns - KERNEL_WIDTH) / SIZE_WIDTH);
        List<List<Ranking>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += fit) {
            chunks.add(all.subList(from, Math.min(from + fit, all.size())));
        }
        return chunks.stream();
    }

    private String table(List<Ranking> sizes) {
        List<String> headings = new ArrayList<>(List.of("kernel"));
        sizes.forEach(s -> headings.addAll(List.of("n=" + size(point(s).n()) + " ms", "GB/s", "ratio")));
        Table table = new Table(2, headings.toArray(String[]::new));
        for (Kernel kernel : sizes.stream().map(Ranking::results).flatMap(Collection::stream).map(Result::kernel)
                .distinct().toList()) {
            List<String> row = new ArrayList<>(List.of(kernel.toString()));
            sizes.forEach(s -> row.addAll(cells(s, kernel)));
            table.row(row.toArray(String[]::new));
        }
        return table.render(columns);
    }

    private static List<String> cells(Ranking ranking, Kernel kernel) {
        return ranking.results().stream().filter(r -> r.kernel() == kernel).findFirst()
                .map(r -> List.of(Numbers.brief(r.milliseconds()), fixed("%.1f", r.gigabytesPerSecond()),
                        fixed("%.2f", ranking.ceilingRatio(r))))
                .orElse(List.of("-", "-", "-"));
    }

    private static String fixed(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    /** {@code 5e7} where a size is round, all digits elsewhere. */
    private static String size(long n) {
        String digits = Long.toString(n);
        String front = digits.replaceAll("0+$", "");
        int zeros = digits.length() - front.length();
        return zeros >= 3 ? front + "e" + zeros : digits;
    }

    private String spread() {
        long large = rankings.stream().flatMap(r -> r.results().stream()).filter(r -> r.spread() > LARGE_SPREAD)
                .count();
        return large == 0
                ? ""
                : "In " + Counted.of(large, "cell") + " the quartiles lie more than a fifth of the median apart:"
                        + " did something else run? --format json shows them.\n";
    }

    private String legend() {
        List<Kernel> kernels = rankings.stream().map(Ranking::results).flatMap(Collection::stream).map(Result::kernel)
                .distinct().toList();
        Table table = new Table(2, "kernel", "bytes", "what it is");
        kernels.forEach(k -> table.row(k.toString(), Integer.toString(k.bytes(ElementType.FLOAT32)), k.description()));
        long rounds = rankings.stream().flatMap(r -> r.results().stream()).mapToLong(Result::rounds).min().orElse(0);
        return "ms     one step: the median of " + rounds
                + " rounds or more, in which the kernels of a column took turns\n"
                + "GB/s   bytes that a step has to move (below, for each parameter in float32; twice that in float64), by its time\n"
                + "ratio  GB/s divided by that of axpy, same size, type and threads: 1 is all that memory gives;"
                + " small vectors lie in caches, where arithmetic is the limit\n\n" + table.render(columns);
    }
}
