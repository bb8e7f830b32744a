package org.momo4j.lab.run;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.provider.ObjectiveProvider;
import org.momo4j.lab.catalogue.Catalogue;

/**
 * The objectives that one thread used last, ready to be used again. Objectives are confined to one thread at a time: every worker
 * has a shelf of its own.
 */
public final class ObjectiveShelf {
    /** Enough for experiments that take turns between a few; more would keep the data of all of them in memory. */
    private static final int ROOM = 4;

    private final Catalogue<ObjectiveProvider<?>> objectives;
    private final SequencedMap<Choice, HeldObjective> held = new LinkedHashMap<>();

    /** An empty shelf. */
    public ObjectiveShelf(Catalogue<ObjectiveProvider<?>> objectives) {
        this.objectives = objectives;
    }

    HeldObjective get(Choice choice) {
        HeldObjective found = held.remove(choice);
        if (found == null) {
            if (held.size() == ROOM) {
                held.pollFirstEntry();
            }
            found = HeldObjective.create(choice, objectives);
        }
        held.putLast(choice, found);
        return found;
    }

    /** Forgets an objective: a run that failed may have left it in any state. */
    public void discard(Choice choice) {
        held.remove(choice);
    }
}
