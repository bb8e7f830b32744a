package org.momo4j.lab.run.folder;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.journal.PlanCodec;

/** The SHA-256 digest of a plan's text: plans with the same digest give the same numbers. */
public final class PlanDigest {
    private PlanDigest() {}

    /** The digest, in hexadecimal digits. */
    public static String of(RunPlan plan) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(PlanCodec.write(plan).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
