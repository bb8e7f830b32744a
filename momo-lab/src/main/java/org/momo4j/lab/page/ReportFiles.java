package org.momo4j.lab.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.momo4j.lab.page.data.Report;
import org.momo4j.lab.page.data.Section;
import org.momo4j.lab.plot.PictureFiles;
import org.momo4j.lab.plot.sweep.MethodLooks;
import org.momo4j.lab.plot.sweep.SectionPictures;
import org.momo4j.lab.report.AtomicFile;

/** A report as files: {@code index.html} and the pictures of every objective. */
public final class ReportFiles {
    private static final int MOST_SECTIONS = 12;
    /** What has no place in the name of a file. */
    private static final String UNFIT = "[^A-Za-z0-9._=-]+";

    private ReportFiles() {}

    /**
     * Writes everything.
     *
     * @return the files, the page first
     * @throws IOException if one cannot be written
     */
    public static List<Path> write(Report report, Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Path page = folder.resolve("index.html");
        byte[] text = IndexPage.of(report).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(page, out -> out.write(text));
        files.add(page);
        MethodLooks looks = new MethodLooks(report.methods());
        for (Section section : report.sections().subList(0, Math.min(MOST_SECTIONS, report.sections().size()))) {
            String before = report.sections().size() == 1 ? "" : section.objective().replaceAll(UNFIT, "-") + "-";
            for (var picture : new SectionPictures(section, looks).pictures().entrySet()) {
                files.addAll(PictureFiles.write(picture.getValue(), folder, before + picture.getKey()));
            }
        }
        return files;
    }
}
