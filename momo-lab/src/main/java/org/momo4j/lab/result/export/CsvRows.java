package org.momo4j.lab.result.export;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Rows of CSV as RFC 4180 has them: cells quoted where they must be, lines that end in CR LF. */
final class CsvRows {
    private final SequenceWriter csv;

    /** Rows that are written to {@code out}, which stays open. */
    CsvRows(Writer out) throws IOException {
        csv = CsvMapper.builder().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build()
                .writer(CsvSchema.emptySchema().withLineSeparator("\r\n")).writeValues(out);
    }

    void write(List<String> cells) throws IOException {
        csv.write(cells);
    }

    void flush() throws IOException {
        csv.flush();
    }
}
