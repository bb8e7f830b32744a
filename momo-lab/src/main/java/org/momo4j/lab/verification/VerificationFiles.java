package org.momo4j.lab.verification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.momo4j.convex.verify.ProblemResult;
import org.momo4j.convex.verify.Verification;
import org.momo4j.lab.plot.ConvergencePlot;
import org.momo4j.lab.plot.MethodColours;
import org.momo4j.lab.plot.OverviewPlot;
import org.momo4j.lab.plot.PictureFiles;
import org.momo4j.lab.report.AtomicFile;
import org.momo4j.lab.report.JsonDocument;

/** A verification as files: {@code verification.json}, a picture of every problem, and {@code overview.svg/png} of them all. */
public final class VerificationFiles {
    private VerificationFiles() {}

    /**
     * Writes everything.
     *
     * @return the files
     * @throws IOException if one cannot be written
     */
    public static List<Path> write(Verification verification, RunPart run, Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Path document = folder.resolve("verification.json");
        String json = JsonDocument.of(VerificationDocument.of(verification, run)) + "\n";
        AtomicFile.write(document, out -> out.write(json.getBytes(StandardCharsets.UTF_8)));
        files.add(document);
        MethodColours colours = MethodColours.of(verification.problems());
        if (verification.problems().size() > 1) {
            files.addAll(PictureFiles.write(new OverviewPlot(verification.problems(), colours), folder, "overview"));
        }
        for (ProblemResult result : verification.problems()) {
            String name = result.problem().name().replaceAll("[^A-Za-z0-9._=-]+", "-");
            files.addAll(PictureFiles.write(new ConvergencePlot(result, colours), folder, name));
        }
        return files;
    }
}
