package org.momo4j.lab.run.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    /** The revision of the repository that a folder lies in; {@link #NONE} if it lies in none, or there is no git. */
    public static Revision of(Path folder) {
        return git(folder, "rev-parse", "HEAD")
                .flatMap(commit -> git(folder, "status", "--porcelain", "--untracked-files=no")
                        .map(changes -> new Revision(commit.strip(), !changes.isBlank())))
                .orElse(NONE);
    }

    private static Optional<String> git(Path folder, String... arguments) {
        List<String> command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        try {
            Process process = new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0 ? Optional.of(out) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
