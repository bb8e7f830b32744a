package org.momo4j.lab.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.momo4j.api.provider.OptimizerProvider;

/** The page that lists all others, a line each. */
final class IndexPage {
    private static final String MOMO = "MoMo and its variants";
    private static final String OTHERS = "Other methods";
    /** Packages of methods, in the order in which they are shown; later ones may be nested in earlier ones. */
    private static final Map<String, String> GROUPS = groups();

    private IndexPage() {}

    /**
     * All of it.
     *
     * @param asking  optimizers that ask for a bound
     * @param links   addresses on this page
     * @param command what writes the pages
     */
    static String text(Shelf shelf, List<String> asking, Links links, String command) {
        List<String> blocks = new ArrayList<>(List.of("# Reference",
                "Everything that is installed, as `momo list` knows it, with the Javadoc of its class. These pages are generated, and a "
                        + "test holds them to the sources; this writes them again:",
                Markdown.fenced("sh", command), "## Optimizers"));
        grouped(shelf).forEach((title, members) -> {
            blocks.add("### " + title);
            blocks.add(lines(members, o -> links.apply(new Inline.Type(o.name(), o.type()))));
        });
        blocks.add("## Bounds");
        blocks.add("Optimizers that ask for one: " + String.join(", ", asking) + ".");
        blocks.add(lines(shelf.bounds(), b -> links.apply(new Inline.Type(b.name(), b.type()))));
        blocks.add("## Schedules");
        blocks.add(lines(shelf.schedules(), s -> links.apply(new Inline.Type(s.name(), s.type()))));
        blocks.add("## Objectives");
        blocks.add(lines(shelf.objectives(), o -> links.address(ReferencePages.OBJECTIVES + "#" + o.name())));
        return String.join("\n\n", blocks) + "\n";
    }

    private static <L extends Listed<?>> String lines(List<L> members, Function<L, String> address) {
        return members.stream().map(m -> "- " + Markdown.link(Markdown.text(m.name()), address.apply(m)) + ": "
                + Markdown.text(m.entry().description())).collect(Collectors.joining("\n"));
    }

    private static Map<String, List<Listed<OptimizerProvider<?>>>> grouped(Shelf shelf) {
        Map<String, List<Listed<OptimizerProvider<?>>>> groups = new LinkedHashMap<>();
        groups.put(MOMO, new ArrayList<>());
        GROUPS.values().forEach(title -> groups.put(title, new ArrayList<>()));
        groups.put(OTHERS, new ArrayList<>());
        shelf.optimizers().forEach(o -> groups.get(shelf.momentum().contains(o.name())
                ? MOMO
                : GROUPS.getOrDefault(o.type().substring(0, o.type().lastIndexOf('.')), OTHERS)).add(o));
        groups.values().removeIf(List::isEmpty);
        return groups;
    }

    private static Map<String, String> groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("org.momo4j.core.baseline", "Classical methods");
        groups.put("org.momo4j.core.baseline.adaptive", "Classical methods in a metric of their own");
        groups.put("org.momo4j.core.baseline.polyak", "Steps of Polyak's type");
        groups.put("org.momo4j.core.baseline.free", "Learning-rate-free methods");
        groups.put("org.momo4j.core.baseline.schedulefree", "Schedule-free methods");
        return groups;
    }
}
