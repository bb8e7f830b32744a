package org.momo4j.lab.sweep;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.provider.ObjectiveProvider;
import org.momo4j.lab.catalogue.Catalogue;
import org.momo4j.lab.catalogue.Catalogues;

/** What must be there before a sweep begins: a file that is missing would make its runs fail one by one. */
public final class Requirements {
    private final Catalogue<ObjectiveProvider<?>> objectives;

    /** Of what is installed. */
    @Inject
    public Requirements(Catalogues catalogues) {
        objectives = catalogues.objectives();
    }

    /**
     * Checks that the files of data are there for all runs that a sweep would make; runs that are complete need none.
     *
     * @throws IllegalArgumentException if they are not, in one sentence
     */
    public void check(Inventory inventory) {
        List<Choice> needed = inventory.missing().stream().map(run -> run.plan().objective()).distinct().toList();
        needed.forEach(choice -> check(objectives.get(choice.name()), choice.values()));
    }

    private static <P> void check(ObjectiveProvider<P> provider, Map<String, Object> values) {
        try {
            provider.requireData(provider.hyperParameters().read(values));
        } catch (IllegalArgumentException missing) {
            throw missing;
        } catch (RuntimeException | Error e) {
            // whatever is wrong with the provider ends its own runs, and no others
        }
    }
}
