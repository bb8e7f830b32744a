package org.momo4j.lab.run.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The state of the git repository that a run was started from.
 *
 * @param commit of its head; empty if there is none
 * @param dirty  whether a file that it tracks differs from that
 */
public record Revision(String commit, boolean dirty) {
    /** Of what lies in no repository. */
    public static final Revision NONE = new Revision("", false);
    private static final long SECONDS = 5;

    /** The revision of the repository that a folder lies in; {@link #NONE} if it lies in none, or git does not say. */
    public static Revision of(Path folder) {
        Answer head = git(folder, "rev-parse", "HEAD");
        if (head.code() != 0) {
            return NONE;
        }
        Answer differs = git(folder, "--no-optional-locks", "diff", "--quiet", "HEAD");
        return switch (differs.code()) {
            case 0 -> new Revision(head.text().strip(), false);
            case 1 -> new Revision(head.text().strip(), true);
            default -> NONE;
        };
    }

    /** What git said, which is short, and how it ended. */
    private record Answer(int code, String text) {
        static final Answer MISSING = new Answer(-1, "");
    }

    private static Answer git(Path folder, String... arguments) {
        List<String> command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        try {
            Process process = new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) { // some repositories lie on slow disks
                process.destroyForcibly();
                return Answer.MISSING;
            }
            return new Answer(process.exitValue(),
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException noGit) {
            return Answer.MISSING;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.MISSING;
        }
    }
}
