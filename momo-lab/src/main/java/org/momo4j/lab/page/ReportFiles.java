package org.momo4j.lab.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.momo4j.lab.page.data.Report;
import org.momo4j.lab.report.AtomicFile;

/** A report as files: {@code index.html} and the pictures of every objective. */
public final class ReportFiles {
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
        return files;
    }
}
