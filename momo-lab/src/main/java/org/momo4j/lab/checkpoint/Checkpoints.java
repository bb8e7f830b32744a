package org.momo4j.lab.checkpoint;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The checkpoints of one run: {@code checkpoint.npz}, and {@code checkpoint.previous.npz}, the one before it. */
public final class Checkpoints {
    private final Path newest;
    private final Path previous;
    private final Path temporary;

    /** Those in this folder. */
    public Checkpoints(Path folder) {
        newest = folder.resolve("checkpoint.npz");
        previous = folder.resolve("checkpoint.previous.npz");
        temporary = folder.resolve(".checkpoint.npz.tmp");
    }

    /**
     * Saves a checkpoint; the newest becomes the one before it. It is on the disk before it is in place.
     *
     * @throws IOException if that fails; older checkpoints are still there
     */
    public void save(Checkpoint checkpoint) throws IOException {
        try {
            StateArchive.write(checkpoint, Seal.OPEN, new BufferedOutputStream(Files.newOutputStream(temporary)));
            Seal.close(temporary);
            if (Files.exists(newest)) {
                Files.move(newest, previous, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(temporary, newest, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * The checkpoints of a plan, the newest first; what is damaged, or belongs to another plan, is left out and named.
     *
     * @param plan    the digest of the plan
     * @param damages takes a sentence for each that cannot be used
     */
    public List<Checkpoint> load(String plan, Consumer<String> damages) throws IOException {
        List<Checkpoint> usable = new ArrayList<>();
        for (Path file : List.of(newest, previous)) {
            if (Files.exists(file)) {
                load(file, plan, usable, damages);
            }
        }
        return usable;
    }

    private static void load(Path file, String plan, List<Checkpoint> usable, Consumer<String> damages)
            throws IOException {
        if (!Seal.holds(file)) {
            damages.accept(file + " is damaged and not used");
            return;
        }
        try {
            Checkpoint checkpoint = StateArchive.read(file);
            if (checkpoint.plan().equals(plan)) {
                usable.add(checkpoint);
            } else {
                damages.accept(file + " belongs to another run and is not used");
            }
        } catch (IOException | RuntimeException e) {
            damages.accept(file + " cannot be used: " + e.getMessage());
        }
    }

    /** Removes all: a run that begins anew must not find them. */
    public void delete() throws IOException {
        Files.deleteIfExists(newest);
        Files.deleteIfExists(previous);
        Files.deleteIfExists(temporary);
    }
}
