package org.momo4j.lab.run.folder;

import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.journal.PlanCodec;
import org.momo4j.lab.report.Digest;

/** The SHA-256 digest of a plan's text: plans with the same digest give the same numbers. */
public final class PlanDigest {
    private PlanDigest() {}

    /** The digest, in hexadecimal digits. */
    public static String of(RunPlan plan) {
        return Digest.of(PlanCodec.write(plan));
    }
}
