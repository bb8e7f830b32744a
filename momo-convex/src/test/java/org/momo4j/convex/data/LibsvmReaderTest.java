package org.momo4j.convex.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibsvmReaderTest {
    private static Dataset read(String text) throws IOException {
        return read(new LibsvmReader(), text);
    }

    private static Dataset read(LibsvmReader reader, String text) throws IOException {
        return reader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "f");
    }

    @Test
    void readsLabelsCommentsBlankLinesAndBothLineEnds() throws IOException {
        Dataset data = read("# head\n+1 1:0.5 3:-2e1 # tail\r\n\n  -1\t2:4\n3.5\n");
        assertArrayEquals(new double[]{1, -1, 3.5}, data.targets());
        assertArrayEquals(new double[]{0.5, 0, -20}, data.rows().row(0));
        assertArrayEquals(new double[]{0, 4, 0}, data.rows().row(1));
        assertArrayEquals(new double[3], data.rows().row(2));
    }

    @Test
    void anIndexZeroAnywhereMeansNumberingFromZero() throws IOException {
        assertArrayEquals(new double[]{0, 5}, read("1 1:5\n1 0:7\n").rows().row(0));
        assertArrayEquals(new double[]{5}, read("1 1:5\n").rows().row(0));
        LibsvmReader fromZero = new LibsvmReader(Indexing.FROM_ZERO, OptionalInt.of(4));
        assertArrayEquals(new double[]{0, 5, 0, 0}, read(fromZero, "1 1:5\n").rows().row(0));
    }

    @Test
    void anExplicitZeroCountsForTheDimensionOnly() throws IOException {
        Dataset data = read("1 1:5\n2 9:0\n");
        assertEquals(9, data.dimension());
        assertEquals(1, data.rows().stored());
    }

    @Test
    void sparseDataStaySparse() throws IOException {
        assertInstanceOf(SparseRows.class, read("1 1:5\n2 100000000:1\n").rows());
        assertInstanceOf(DenseRows.class, read("1 1:5\n2 1:1\n").rows());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "1 1:2 1:3                | f:1:7: index is \"1\"; indices must ascend",
            "1 2:2 1:3                | f:1:7: index is \"1\"; indices must ascend",
            "1 1:nan                  | f:1:5: value is \"nan\"; it must be a finite number",
            "1 1:1e999                | f:1:5: value is \"1e999\"; it must be a finite number",
            "1 1:2f                   | f:1:5: value is \"2f\"; it must be a finite number",
            "1 1:                     | f:1:5: value is \"\"; it must be a finite number",
            "a 1:1                    | f:1:1: label is \"a\"; it must be a finite number",
            "1:1 2:1                  | f:1:1: label is \"1:1\"; it must be a finite number",
            "inf 1:1                  | f:1:1: label is \"inf\"; it must be a finite number",
            "1 7                      | f:1:3: entry is \"7\"; it must be index:value",
            "1 x:7                    | f:1:3: index is \"x\"; it must be a whole number from 0",
            "1 -1:7                   | f:1:3: index is \"-1\"; it must be a whole number from 0",
            "1 99999999999:7          | f:1:3: index is \"99999999999\"; it must be a whole number from 0",
            "1 qid:7                  | f:1:3: index is \"qid\"; it must be a whole number from 0",
            "# nothing                | f has no example; at least one line",
            "1                        | f has labels but no index:value",
    })
    void anErrorNamesItsPlace(String text, String message) {
        String said = assertThrows(IllegalArgumentException.class, () -> read(text)).getMessage();
        assertTrue(said.startsWith(message), said);
    }

    @Test
    void selectedNumberingAndDimensionAreEnforced() {
        String zero = assertThrows(IllegalArgumentException.class,
                () -> read(new LibsvmReader(Indexing.FROM_ONE, OptionalInt.empty()), "1 1:1\n1 0:2")).getMessage();
        assertTrue(zero.startsWith("f:2:3: index is \"0\"; it must be a whole number from 1"), zero);
        String large = assertThrows(IllegalArgumentException.class,
                () -> read(new LibsvmReader(Indexing.AUTOMATIC, OptionalInt.of(2)), "1 1:1\n1 1:1 3:2\n1 1:1"))
                .getMessage();
        assertEquals("f:2:7: index is \"3\"; with dimension 2 it must be at most 2", large);
        assertThrows(IllegalArgumentException.class, () -> new LibsvmReader(Indexing.AUTOMATIC, OptionalInt.of(0)));
    }

    @Test
    void gzipIsRecognisedByContentAndTheDigestIsThatOfTheFile(@TempDir Path dir) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("1 1:2\n".getBytes(StandardCharsets.UTF_8));
        }
        Path plain = Files.writeString(dir.resolve("plain"), "1 1:2\n");
        Path packed = Files.write(dir.resolve("packed"), bytes.toByteArray());
        assertArrayEquals(new LibsvmReader().read(plain).rows().row(0), new LibsvmReader().read(packed).rows().row(0));
        // printf '1 1:2\n' | sha256sum
        assertEquals("0b30e5989ce293d8d84431f2e90d8b12cc2cc3af20cdb1c41e11f5ba6cffa9ea",
                new LibsvmReader().read(plain).sha256().orElseThrow());
    }

    @Test
    void aMissingFileAndADirectoryAreSaidSo(@TempDir Path dir) {
        Path missing = dir.resolve("missing");
        assertEquals(missing + " does not exist; a LIBSVM file is needed",
                assertThrows(IllegalArgumentException.class, () -> new LibsvmReader().read(missing)).getMessage());
        assertEquals(dir + " is a directory; a LIBSVM file is needed",
                assertThrows(IllegalArgumentException.class, () -> new LibsvmReader().read(dir)).getMessage());
    }
}
