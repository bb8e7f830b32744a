package org.momo4j.lab.specification.schema;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.provider.Component;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Provider;
import org.momo4j.lab.catalogue.Catalogue;
import org.momo4j.lab.catalogue.Catalogues;
import org.momo4j.lab.specification.key.Vocabulary;

/**
 * The JSON Schema (draft 2020-12) of specifications, made of the records that read them and of what is installed: editors
 * complete and check with it. It is a little more lenient than the reader.
 */
public final class SpecificationSchema {
    private static final String DISTRIBUTION = "distribution";

    private final Catalogues catalogues;

    @Inject
    SpecificationSchema(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /** The schema, as maps and lists. */
    public Map<String, Object> document() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "A specification of MoMo for Java");
        schema.put("type", "object");
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("experiment", Schemas.described(Map.of("type", List.of("string", "number")),
                "what the folder of results is called; by default the name of the file"));
        keys.putAll(ofARun());
        keys.put("optimizers", Schemas.described(Schemas.list(Schemas.reference("optimizer")),
                "methods; a list in the place of a value is an axis of the grid"));
        keys.put("runs", Schemas.described(Schemas.list(Schemas.any(Stream.of(Schemas.reference("optimizer"), run()))),
                "single runs, instead of or besides optimizers"));
        keys.put("random", Schemas.described(Schemas.object(Schemas.plain(Vocabulary.RANDOM.components()), List.of()),
                "random search: how often {uniform: [a, b]} and {logUniform: [a, b]} are drawn from"));
        keys.put("anchors", Schemas.described(Map.of(), "anything with names (&name) for reuse (*name)"));
        keys.put("defaults", Schemas.described(Map.of(), "anything with names (&name) for reuse (*name)"));
        schema.put("properties", keys);
        schema.put("patternProperties", Map.of("^x-", Map.of()));
        schema.put("additionalProperties", false);
        schema.put("allOf", List.of(Map.of("not", Map.of("required", List.of("epochs", "steps"))),
                either("optimizers", "runs"), either("objective", "runs"))); // a run may say its objective itself
        schema.put("$defs", definitions());
        return schema;
    }

    private static Map<String, Object> either(String first, String second) {
        return Map.of("anyOf",
                List.of(Map.of("required", List.of(first)), Map.of("required", List.of(second))));
    }

    private Map<String, Object> ofARun() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("objective", Schemas.described(Schemas.axis(Schemas.reference("objective")), "what is minimised"));
        keys.put("epochs", Schemas.axis(Schemas.of(Vocabulary.EPOCHS)));
        keys.put("steps", Schemas.axis(Schemas.of(Vocabulary.STEPS)));
        keys.put("seeds", Schemas.described(Schemas.any(Stream.of(Schemas.of(Vocabulary.SEEDS),
                Schemas.list(Schemas.of(Vocabulary.SEED)))), Vocabulary.SEEDS.description()));
        Vocabulary.TRAINING.components().forEach(c -> keys.put(c.name(), Schemas.axis(Schemas.of(c))));
        keys.put("evaluate", Schemas.described(Schemas.any(Stream.of(
                Schemas.object(Schemas.plain(List.of(Vocabulary.EVERY, Vocabulary.UNIT)), List.of("every")),
                Schemas.object(Schemas.plain(List.of(Vocabulary.POINTS)), List.of("points")))),
                "when the objective is evaluated; by default every epoch, or at 30 points when steps are given"));
        keys.put("stop", Schemas.described(Schemas.object(Schemas.plain(Vocabulary.STOP.components()), List.of()),
                "when a run ends before its length"));
        return keys;
    }

    private Map<String, Object> run() {
        Map<String, Object> keys = new LinkedHashMap<>(ofARun());
        keys.put("optimizer", Schemas.reference("optimizer"));
        return Schemas.object(keys, List.of("optimizer"));
    }

    private Map<String, Object> definitions() {
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("optimizer", optimizers());
        definitions.put("bound", choice(catalogues.bounds(), "bound"));
        definitions.put("schedule", choice(catalogues.schedules(), "schedule"));
        definitions.put("objective", choice(catalogues.objectives(), "objective"));
        definitions.put(DISTRIBUTION, Schemas.distribution());
        return definitions;
    }

    private Map<String, Object> optimizers() {
        Map<String, Object> rate = Schemas.of(Vocabulary.rate(catalogues));
        return Schemas.any(Stream.concat(
                Stream.of(names(catalogues.optimizers()), several(catalogues.optimizers())),
                catalogues.optimizers().entries().values().stream().map(provider -> {
                    Map<String, Object> keys = new LinkedHashMap<>();
                    keys.put("lr", Schemas.described(
                            Schemas.axis(Schemas.any(Stream.of(rate, Schemas.reference(DISTRIBUTION),
                                    Schemas.reference("schedule")))),
                            "learning rate or schedule; default " + lr(provider)));
                    keys.put("bound", Schemas.described(Schemas.axis(Schemas.reference("bound")),
                            "lower bound of the loss; default known, 0"));
                    return named(provider, keys, "optimizer");
                })));
    }

    private static String lr(OptimizerProvider<?> provider) {
        return String.valueOf(provider.defaultLearningRate());
    }

    private static Map<String, Object> choice(Catalogue<? extends Provider<?>> catalogue, String kind) {
        return Schemas.any(
                Stream.concat(Stream.of(names(catalogue), several(catalogue)), catalogue.entries().values().stream()
                        .map(provider -> named(provider, Map.of(), kind))));
    }

    private static Map<String, Object> names(Catalogue<?> catalogue) {
        return Map.of("enum", catalogue.names());
    }

    /** An axis of names; which hyper-parameters all of them have is left to the reader. */
    private static Map<String, Object> several(Catalogue<?> catalogue) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", Map.of("name", Schemas.list(names(catalogue))));
        schema.put("required", List.of("name"));
        return schema;
    }

    private static Map<String, Object> named(Provider<?> provider, Map<String, Object> before, String kind) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("name", Map.of("const", provider.name()));
        keys.putAll(before);
        List<Component> components = provider.hyperParameters().components();
        for (Component component : components) {
            Map<String, Object> one = component.type() == Choice.class
                    ? Schemas.described(Schemas.reference(kind), component.description())
                    : Schemas.of(component);
            boolean number = Arrays.<Class<?>>asList(double.class, int.class, long.class).contains(component.type());
            keys.put(component.name(), Schemas.axis(number
                    ? Schemas.described(Schemas.any(Stream.of(one, Schemas.reference(DISTRIBUTION))),
                            component.description())
                    : one));
        }
        List<String> required = Stream.concat(Stream.of("name"), components.stream()
                .filter(c -> c.byDefault().isEmpty()).map(Component::name)).toList();
        return Schemas.described(Schemas.object(keys, required), provider.description());
    }
}
