package org.momo4j.lab.sweep;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.momo4j.lab.experiment.Experiment;
import org.momo4j.lab.experiment.RunPlan;

/** Names that are to be those of folders. */
final class FolderNames {
    /** Starts with none of the names that the program keeps for itself, and holds nothing that a file system treats as its own. */
    private static final Pattern ALLOWED = Pattern
            .compile("(?!stale$|report$)[^./\\\\\\p{Cntrl}][^/\\\\\\p{Cntrl}]{0,240}");

    private FolderNames() {}

    /**
     * Checks the names of an experiment and its runs.
     *
     * @throws IllegalArgumentException naming the first that is not allowed, or that two runs have
     */
    static void check(Experiment experiment) {
        check("the experiment", experiment.name());
        Set<String> names = new HashSet<>();
        for (RunPlan run : experiment.runs()) {
            check("a run", run.name());
            if (!names.add(run.name())) {
                throw new IllegalArgumentException(
                        "two runs are called \"" + run.name() + "\"; their names must differ");
            }
        }
    }

    private static void check(String what, String name) {
        if (!ALLOWED.matcher(name).matches()) {
            throw new IllegalArgumentException("the name of " + what + " is \"" + name
                    + "\"; it must be that of a folder: 1 to 241 characters without slashes, not starting with a dot, and "
                    + "not \"stale\" or \"report\"");
        }
    }
}
