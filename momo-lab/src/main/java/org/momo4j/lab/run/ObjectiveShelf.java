package org.momo4j.lab.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.provider.ObjectiveProvider;
import org.momo4j.lab.catalogue.Catalogue;

/**
 * The objectives that one thread used last, ready to be used again. Objectives are confined to one thread at a time: every worker
 * has a shelf of its own.
 */
public final class ObjectiveShelf implements AutoCloseable {
    /** Enough for experiments that take turns between a few; more would keep the data of all of them in memory. */
    private static final int ROOM = 4;

    private final Catalogue<ObjectiveProvider<?>> objectives;
    private final SequencedMap<Choice, HeldObjective> held = new LinkedHashMap<>();
    private final List<IllegalStateException> refused = new ArrayList<>();

    /** An empty shelf. */
    public ObjectiveShelf(Catalogue<ObjectiveProvider<?>> objectives) {
        this.objectives = objectives;
    }

    HeldObjective get(Choice choice) {
        HeldObjective found = held.remove(choice);
        if (found == null) {
            if (held.size() == ROOM) {
                release(held.pollFirstEntry().getValue());
            }
            found = HeldObjective.create(choice, objectives);
        }
        held.putLast(choice, found);
        return found;
    }

    /** Forgets an objective and closes it: a run that failed may have left it in any state. */
    public void discard(Choice choice) {
        HeldObjective found = held.remove(choice);
        if (found != null) {
            release(found);
        }
    }

    /**
     * Closes all objectives and forgets them.
     *
     * @throws IllegalStateException if one of them, or one that was given up before, could not be closed
     */
    @Override
    public void close() {
        while (!held.isEmpty()) {
            release(held.pollFirstEntry().getValue());
        }
        if (!refused.isEmpty()) {
            IllegalStateException first = refused.removeFirst();
            refused.forEach(first::addSuppressed);
            refused.clear();
            throw first;
        }
    }

    /** No run is to fail because an objective that it does not use could not be closed: that is said in the end. */
    private void release(HeldObjective objective) {
        try {
            objective.close();
        } catch (IllegalStateException e) {
            refused.add(e);
        }
    }
}
