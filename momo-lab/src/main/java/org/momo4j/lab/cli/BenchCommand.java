package org.momo4j.lab.cli;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.momo4j.api.vector.ElementType;
import org.momo4j.bench.kernel.Kernel;
import org.momo4j.bench.timing.Contest;
import org.momo4j.bench.timing.Effort;
import org.momo4j.bench.timing.Machine;
import org.momo4j.bench.timing.Ranking;
import org.momo4j.bench.timing.Timing;
import org.momo4j.lab.bench.BenchDocument;
import org.momo4j.lab.bench.BenchText;
import org.momo4j.lab.bench.Grid;
import org.momo4j.lab.catalogue.Catalogue;
import org.momo4j.lab.failure.FileError;
import org.momo4j.lab.report.AtomicFile;
import org.momo4j.lab.report.JsonDocument;
import org.momo4j.lab.terminal.RunBar;
import org.momo4j.lab.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Measures step times. */
@Command(name = "bench", description = "Times of steps, their bandwidth, and the ratio to the ceiling: the bandwidth of "
        + "axpy, y <- y + a x, measured in turns with them. Takes a minute; nothing else should run meanwhile.")
final class BenchCommand implements Callable<Integer> {
    private static final long MOST_ELEMENTS = 10_000_000_000L;
    private static final int MOST_THREADS = 1024;
    private static final double MOST_SECONDS = 3600;

    private final Terminal terminal;

    @ParentCommand
    private MomoCommand momo = new MomoCommand();

    @Option(names = "--kernels", paramLabel = "NAME", split = Values.COMMA, splitSynopsisLabel = ",", description = "Only these of momo, momo-adam, sgd-m, adam, momo-generic, axpy, copy; axpy is always measured. Default: all; "
            + "above 1e7 elements momo, momo-adam, axpy, copy.")
    private List<String> kernels = new ArrayList<>();

    @Option(names = "--sizes", paramLabel = "N", split = Values.COMMA, splitSynopsisLabel = ",", description = "Numbers of parameters. Default: 1e3,1e4,1e5,1e6,1e7,5e7; for float64 1e3,1e5,1e7 unless --types is given.")
    private List<Long> sizes = new ArrayList<>();

    @Option(names = "--types", paramLabel = "TYPE", split = Values.COMMA, splitSynopsisLabel = ",", description = "float32, float64. Default: both.")
    private List<String> types = new ArrayList<>();

    @Option(names = "--threads", paramLabel = "T", split = Values.COMMA, splitSynopsisLabel = ",", description = "Numbers of threads. Default: 1, and one a processor.")
    private List<Integer> threads = new ArrayList<>();

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "2", description = "Time for each size, type and number of threads; at least 5 rounds are made however long they take. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(names = "--out", paramLabel = "FILE", description = "Also write the JSON document there.")
    private Optional<Path> out = Optional.empty();

    @Inject
    BenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<Contest> contests = grid().contests();
        Require.that(seconds > 0 && seconds <= MOST_SECONDS, "--seconds", seconds, "a number in (0, 3600]");
        if (out.isPresent()) {
            prepare(out.get()); // a place that cannot be written must not be found out after the work
        }
        warnOfTooManyThreads();
        List<Ranking> rankings;
        Machine machine = Machine.here();
        try (RunBar bar = RunBar.on(terminal, "points")) {
            bar.total(contests.size());
            Duration point = Duration.ofNanos((long) (seconds * Duration.ofSeconds(1).toNanos()));
            rankings = new Timing(Effort.ofPoint(point)).measure(contests, ranking -> bar.done());
        }
        String json = JsonDocument.of(BenchDocument.of(Version.number(), machine, seconds, rankings));
        terminal.out().println(momo.format() == Format.JSON
                ? json
                : new BenchText(machine, rankings, terminal.columns()).render().stripTrailing());
        if (out.isPresent()) {
            AtomicFile.write(out.get(), file -> file.write((json + "\n").getBytes(StandardCharsets.UTF_8)));
            terminal.err().println("momo: wrote " + out.get());
        }
        return ExitCode.OK;
    }

    private Grid grid() {
        for (long n : sizes) {
            Require.that(n >= 1 && n <= MOST_ELEMENTS, "--sizes", n,
                    "whole numbers, at least 1 and at most " + MOST_ELEMENTS);
        }
        for (int number : threads) {
            Require.that(number >= 1 && number <= MOST_THREADS, "--threads", number,
                    "whole numbers, at least 1 and at most " + MOST_THREADS);
        }
        return new Grid(named("kernel", kernels, Kernel.values()), named("type", types, ElementType.values()), sizes,
                threads);
    }

    private static <E extends Enum<E>> List<E> named(String kind, List<String> names, E[] constants) {
        Catalogue<E> known = new Catalogue<>(kind,
                Arrays.stream(constants).collect(Collectors.toMap(E::toString, Function.identity())));
        return names.stream().map(known::get).toList();
    }

    private static void prepare(Path file) {
        Require.that(!file.toString().isEmpty(), "--out", "\"\"", "the name of a file");
        Path folder = Require.file(file).toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IllegalArgumentException(folder + " cannot be created: " + FileError.sentence(e), e);
        }
    }

    private void warnOfTooManyThreads() {
        int processors = Runtime.getRuntime().availableProcessors();
        threads.stream().max(Integer::compare).filter(most -> most > processors)
                .ifPresent(most -> terminal.err().println("momo: --threads is " + most + ", and there "
                        + (processors == 1 ? "is 1 processor" : "are " + processors + " processors")
                        + "; such times say little"));
    }
}
