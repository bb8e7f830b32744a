package org.momo4j.lab.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.lab.catalogue.Catalogues;

/** All pages: their files, from the root of the project, and what they say. */
final class ReferencePages {
    /** Where they are. */
    static final String FOLDER = "docs/reference/";
    static final String INDEX = FOLDER + "README.md";
    static final String SCHEDULES = FOLDER + "schedules.md";
    static final String OBJECTIVES = FOLDER + "objectives.md";

    private static final String KNOWN = "known";
    private static final String MOMO = "momo";
    private static final String SMALL = "least-squares";

    private ReferencePages() {}

    /**
     * Pages of what is installed.
     *
     * @param library the Javadoc of it
     * @param command what writes them, for the index
     */
    static Map<String, String> of(Catalogues installed, Library library, String command) {
        Shelf shelf = library.shelf();
        Map<String, String> places = shelf.places();
        Map<String, Object> bound = Example.named(installed.bounds().get(KNOWN));
        Map<String, String> pages = new TreeMap<>();
        List<String> asking = new ArrayList<>();
        for (Listed<OptimizerProvider<?>> optimizer : shelf.optimizers()) {
            String file = places.get(optimizer.type());
            Observation observed = Observation.of(optimizer.provider(), installed.objectives().get(SMALL));
            pages.put(file,
                    new OptimizerPage(library, optimizer, observed, bound, new Links(file, places)).text());
            if (observed.asksForBound()) {
                asking.add(optimizer.name());
            }
        }
        shelf.bounds().forEach(b -> pages.put(places.get(b.type()),
                BoundPage.text(library, b, MOMO, new Links(places.get(b.type()), places))));
        pages.put(SCHEDULES, KindPages.schedules(library, MOMO, new Links(SCHEDULES, places)));
        pages.put(OBJECTIVES, KindPages.objectives(library));
        pages.put(INDEX, IndexPage.text(shelf, asking, new Links(INDEX, places), command));
        return pages;
    }
}
