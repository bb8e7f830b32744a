package org.momo4j.lab.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.step.Need;
import org.momo4j.lab.catalogue.Catalogue;
import org.momo4j.lab.verification.Subjects;

/** The page of an optimizer. */
final class OptimizerPage {
    private static final Pattern SOURCE = Pattern.compile("\\(([^()]*\\b(?:19|20)\\d\\d\\b[^()]*)\\)");
    private static final int AVERAGING = 2;
    private static final int STEP = 3;
    private static final int BOUNDS = 4;
    private static final int THEORY = 5;

    private final Library library;
    private final Listed<OptimizerProvider<?>> optimizer;
    private final Observation observed;
    private final Map<String, Object> bound;
    private final Links links;
    private final boolean momentum;
    private final boolean judged;
    private final List<ClassDoc> parts;

    /**
     * A page.
     *
     * @param library   the Javadoc
     * @param optimizer what it is about
     * @param observed  what it did
     * @param bound     what a specification says of a bound, if it asks for one
     * @param links     addresses on this page
     */
    OptimizerPage(Library library, Listed<OptimizerProvider<?>> optimizer, Observation observed,
            Map<String, Object> bound, Links links) {
        this.library = library;
        this.optimizer = optimizer;
        this.observed = observed;
        this.bound = bound;
        this.links = links;
        momentum = library.shelf().momentum().contains(optimizer.name());
        judged = !new Subjects(
                new Catalogue<>("optimizer", Map.of(optimizer.name(), optimizer.provider())))
                .of(List.of(), List.of(0.0)).isEmpty();
        parts = library.parts(optimizer);
    }

    /** All of it. */
    String text() {
        List<String> blocks = new ArrayList<>(List.of("# " + optimizer.name(),
                Markdown.sentence(optimizer.entry().description()),
                Markdown.blocks(library.of(optimizer).blocks(), links), facts(), "## Hyper-parameters",
                HyperParameterTable.of(optimizer.entry()), "## In a specification",
                Markdown.fenced("yaml",
                        Example.of(optimizer.provider(), observed.asksForBound() ? bound : Map.of()))));
        if (momentum) {
            blocks.add("## The step");
            blocks.add(Markdown.blocks(library.momo().blocks(), links));
        }
        if (!parts.isEmpty()) {
            blocks.add("## Parts");
            parts.forEach(part -> {
                Inline.Type type = new Inline.Type(part.type().substring(part.type().lastIndexOf('.') + 1),
                        part.type());
                blocks.add("### " + Markdown.link(Markdown.code(type.plain()), links.apply(type)));
                blocks.add(Markdown.blocks(part.blocks(), links));
            });
        }
        return String.join("\n\n", blocks) + "\n";
    }

    private String facts() {
        Set<Integer> sections = mentioned();
        if (momentum) {
            sections.addAll(List.of(AVERAGING, STEP));
        }
        if (observed.asksForBound()) {
            sections.add(BOUNDS);
        }
        if (judged) {
            sections.add(THEORY);
        }
        return Stream.of("**Source**: " + Markdown.text(source()),
                "**Mathematics**: docs/MATH.md, " + sections.stream().map(library.sections()::link)
                        .map(l -> Markdown.link(Markdown.text(l.plain()), links.apply(l)))
                        .collect(Collectors.joining("; ")),
                "**Needs of a sample**: " + Stream.concat(Stream.of("its gradient"),
                        new TreeSet<>(observed.needs()).stream().map(OptimizerPage::spelled))
                        .collect(Collectors.joining(", ")),
                "**Lower bound**: " + (observed.asksForBound()
                        ? "asks for " + Markdown.link("one", links.address(ReferencePages.INDEX + "#bounds"))
                        : "asks for none"),
                "**`momo verify`**: " + (judged
                        ? "judges it: " + Markdown.code("./momo verify --optimizers " + optimizer.name())
                        : "does not judge it"),
                "**Class**: " + links.source(optimizer.type()))
                .map(line -> "- " + line).collect(Collectors.joining("\n"));
    }

    /** The paper: in the description, in brackets and with its year. */
    private String source() {
        return SOURCE.matcher(optimizer.entry().description()).results().map(r -> r.group(1))
                .reduce((_, last) -> last).orElseThrow(() -> new IllegalArgumentException("the description of "
                        + optimizer.name() + " names no source; it must have one in brackets, with its year"));
    }

    private Set<Integer> mentioned() {
        Set<Integer> numbers = new TreeSet<>();
        Stream.concat(Stream.of(library.of(optimizer)), parts.stream()).flatMap(ClassDoc::inlines)
                .filter(Inline.Link.class::isInstance).map(Inline.Link.class::cast)
                .forEach(link -> library.sections().number(link).ifPresent(numbers::add));
        if (numbers.isEmpty() && !momentum) {
            throw new IllegalArgumentException("the Javadoc of " + optimizer.type()
                    + " names no section of docs/MATH.md; it must name that with its formulas, say (MATH.md 8.1)");
        }
        return numbers;
    }

    private static String spelled(Need need) {
        return switch (need) {
            case LOSS -> "its loss";
            case REEVALUATION -> "loss and gradient at other points";
            case INDICES -> "which examples it is made of";
        };
    }
}
