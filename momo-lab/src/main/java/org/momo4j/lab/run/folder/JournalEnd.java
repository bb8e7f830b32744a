package org.momo4j.lab.run.folder;

import java.util.Optional;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.journal.Row;

/**
 * How a journal ends.
 *
 * @param outcome how the run ended
 * @param last    its last evaluation, if there was one
 */
public record JournalEnd(Outcome outcome, Optional<Row.Evaluated> last) {}
