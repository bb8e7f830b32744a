package org.momo4j.lab.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The results of an experiment: the runs in its folder, in the natural order of their names ({@code lr=0.1} before
 * {@code lr=1} before {@code lr=10}), read one at a time.
 *
 * <pre>{@code
 * RunResults results = RunResults.in(Path.of("runs/synthetic-small"));
 * results.stream(Detail.EVALUATIONS, sentence -> terminal.err().println(sentence))
 *         .forEach(run -> ... run.plan() ... run.status() ... run.evaluations());
 * }</pre>
 */
public final class RunResults {
    /** Folders that the program keeps for itself. */
    private static final Set<String> NO_RUNS = Set.of("stale", "report", "tracking");

    private final String experiment;
    private final List<Path> folders;

    private RunResults(String experiment, List<Path> folders) {
        this.experiment = experiment;
        this.folders = List.copyOf(folders);
    }

    /**
     * Looks for the runs of an experiment.
     *
     * @param folder that of the experiment
     * @throws IllegalArgumentException if it holds no runs
     * @throws IOException              if it cannot be read
     */
    public static RunResults in(Path folder) throws IOException {
        record Named(NaturalOrder name, Path folder) {}
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> runs = entries.filter(RunResults::isRun).map(f -> new Named(NaturalOrder.of(name(f)), f))
                    .sorted(Comparator.comparing(Named::name)).map(Named::folder).toList();
            if (runs.isEmpty()) {
                throw new IllegalArgumentException(folder + " holds no runs; it must be the folder of one experiment, "
                        + "as momo run writes it: a folder for each run, with its " + RunReader.PLAN);
            }
            return new RunResults(name(folder.toAbsolutePath().normalize()), runs);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A journal without its plan is a run that is damaged; an empty folder is what a kill leaves before there is a run. */
    private static boolean isRun(Path folder) {
        return !NO_RUNS.contains(name(folder)) && (Files.isRegularFile(folder.resolve(RunReader.PLAN))
                || Files.isRegularFile(folder.resolve(RunReader.JOURNAL)));
    }

    private static String name(Path folder) {
        return Optional.ofNullable(folder.getFileName()).map(Path::toString).orElse("");
    }

    /** What the experiment is called. */
    public String experiment() {
        return experiment;
    }

    /** How many runs there are, damaged ones among them. */
    public int size() {
        return folders.size();
    }

    /**
     * The runs; each is read when it is asked for. Can be called again. Throws {@link UncheckedIOException} if a file cannot be
     * read.
     *
     * @param detail  how much of them
     * @param damaged takes a sentence, naming file and place, about each run that is passed over
     */
    public Stream<RunResult> stream(Detail detail, Consumer<? super String> damaged) {
        return folders.stream().flatMap(folder -> read(folder, detail, damaged).stream());
    }

    private static Optional<RunResult> read(Path folder, Detail detail, Consumer<? super String> damaged) {
        try {
            return Optional.of(new RunReader(folder).read(detail));
        } catch (DamagedRunException e) {
            damaged.accept(e.getMessage() + "; the run is passed over");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
