package org.momo4j.nn.data.catalogue;

import java.io.FileNotFoundException;
import java.io.InputStream;
import java.util.Map;
import org.momo4j.nn.data.Examples;
import org.momo4j.nn.data.ImageShape;
import org.momo4j.nn.data.NamedData;
import org.momo4j.nn.data.Normalisation;
import org.momo4j.nn.data.format.CsvReader;
import org.momo4j.nn.data.format.DataFile;

/**
 * 1,797 handwritten digits of 8 x 8 pixels, which are shipped. Source and licence stand in {@code digits.txt} beside the
 * data.
 *
 * <p>
 * The first 1,437 (four fifths) are for training, the last 360 for validation, as in the file: it goes from one person to
 * the next, which is seen from the labels, since everybody filled in the same form of about 130 digits (forms start at
 * example 1,415, 1,545 and 1,667). So 252 of the validation digits are by people whose hand was never trained on, and 108
 * by one of whom training has 22 digits. A random split would have every person on both sides, and promise too much. In both
 * parts the ten digits are nearly equally frequent.
 */
final class Digits {
    static final String NAME = "digits";
    private static final String RESOURCE = "digits.csv.gz";
    private static final int TRAINING = 1437;

    private Digits() {}

    static NamedData load() {
        DataFile file = DataFile.of(RESOURCE, Digits::open);
        Examples all = new CsvReader(new ImageShape(1, 8, 8), 10, Normalisation.DIGITS).read(NAME, file);
        return new NamedData(NAME, all.range(NAME + ", training", 0, TRAINING),
                all.range(NAME + ", validation", TRAINING, all.count()), Map.of(NAME + "/" + RESOURCE, file.sha256()));
    }

    private static InputStream open() throws FileNotFoundException {
        InputStream in = Digits.class.getResourceAsStream(RESOURCE);
        if (in == null) {
            throw new FileNotFoundException("it is missing in the program's own jar");
        }
        return in;
    }
}
