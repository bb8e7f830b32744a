package org.momo4j.tracking;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.momo4j.tracking.journal.OnFullDisk;
import org.momo4j.tracking.mlflow.MlflowSettings;

/**
 * Where and how runs are recorded. Every method answers with changed settings, and changes nothing itself.
 *
 * @param folder     experiments have folders in it
 * @param experiment the name of the experiment, here and on a server
 * @param digits     a step is logged if its number has at most so many significant digits: 3 are all steps up to 1000, every
 *                   10th up to 10,000 and so on
 * @param onFullDisk what becomes of a run whose journal cannot be written
 * @param messages   told of what people should know
 * @param server     where they are sent; empty if nowhere
 */
public record TrackingSettings(Path folder, String experiment, int digits, OnFullDisk onFullDisk,
        Consumer<String> messages, Optional<MlflowSettings> server) {
    private static final int DIGITS = 3;

    /** Runs of an experiment, recorded in {@code folder/experiment}; messages go to the platform's log. */
    public TrackingSettings(Path folder, String experiment) {
        this(folder, experiment, DIGITS, OnFullDisk.GO_ON, sentence -> System
                .getLogger(TrackingSettings.class.getPackageName()).log(Level.WARNING, sentence), Optional.empty());
    }

    /** With another thinning of steps. */
    public TrackingSettings digits(int most) {
        return new TrackingSettings(folder, experiment, most, onFullDisk, messages, server);
    }

    /** With another answer to a full disk. */
    public TrackingSettings onFullDisk(OnFullDisk answer) {
        return new TrackingSettings(folder, experiment, digits, answer, messages, server);
    }

    /** With somebody else to tell. */
    public TrackingSettings messages(Consumer<String> listener) {
        return new TrackingSettings(folder, experiment, digits, onFullDisk, listener, server);
    }

    /** Sent to a server, too. */
    public TrackingSettings to(MlflowSettings other) {
        return new TrackingSettings(folder, experiment, digits, onFullDisk, messages, Optional.of(other));
    }

    /**
     * Sent to a server, too: to the one that {@code MLFLOW_TRACKING_URI} names, if it is set.
     *
     * @throws IllegalArgumentException if it names none
     */
    public TrackingSettings toEnvironment() {
        Map<String, String> environment = System.getenv();
        String uri = environment.getOrDefault("MLFLOW_TRACKING_URI", "");
        return uri.isEmpty() ? this : to(MlflowSettings.of(uri, environment));
    }

    SignificantDigits steps() {
        return new SignificantDigits(digits);
    }

    /** Begins to record. */
    public Tracking open() {
        return new Tracking(this);
    }
}
