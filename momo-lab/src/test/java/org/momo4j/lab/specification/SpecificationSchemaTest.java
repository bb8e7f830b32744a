package org.momo4j.lab.specification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.momo4j.lab.Ran;
import org.momo4j.lab.specification.document.Place;
import org.momo4j.lab.specification.document.Value;
import org.momo4j.lab.specification.document.YamlText;

class SpecificationSchemaTest {
    private static JsonSchema schema() throws IOException {
        Ran ran = Ran.momo("schema");
        assertEquals(0, ran.code(), ran.err());
        JsonNode document = new JsonMapper().readTree(ran.out());
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
        JsonNode ofSchemas = new JsonMapper().createObjectNode().put("$ref",
                "https://json-schema.org/draft/2020-12/schema");
        assertEquals(Set.of(), factory.getSchema(ofSchemas).validate(document), "the schema itself");
        return factory.getSchema(document);
    }

    private static Set<ValidationMessage> wrong(String yaml) throws IOException {
        return schema().validate(json(YamlText.read(yaml, new Place("", ""), m -> "").orElseThrow()));
    }

    /** As an editor sees YAML: plain numbers are numbers. */
    private static JsonNode json(Value value) {
        return switch (value) {
            case Value.Mapping mapping -> {
                ObjectNode node = JsonNodeFactory.instance.objectNode();
                mapping.members().forEach((key, member) -> node.set(key, json(member.value())));
                yield node;
            }
            case Value.Sequence list -> {
                ArrayNode node = JsonNodeFactory.instance.arrayNode();
                list.items().forEach(item -> node.add(json(item)));
                yield node;
            }
            case Value.Scalar scalar -> json(scalar);
        };
    }

    private static JsonNode json(Value.Scalar scalar) {
        String text = scalar.text();
        if (scalar.plain() && text.matches("[-+]?\\d+")) {
            return JsonNodeFactory.instance.numberNode(Long.parseLong(text));
        }
        if (scalar.plain() && text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
            return JsonNodeFactory.instance.numberNode(Double.parseDouble(text));
        }
        return scalar.plain() && text.matches("true|false")
                ? JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(text))
                : JsonNodeFactory.instance.textNode(text);
    }

    @Test
    void everyExampleIsValidAsWrittenAndAsResolved() throws IOException {
        try (Stream<Path> files = Files.list(ExamplesTest.EXAMPLES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                assertEquals(Set.of(), wrong(Files.readString(file)), file.toString());
                ByteArrayOutputStream resolved = new ByteArrayOutputStream();
                ResolvedSpecification.write(Specifications.reader().read(file, List.of()), resolved);
                assertEquals(Set.of(), wrong(resolved.toString(StandardCharsets.UTF_8)), file.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{name: momo, lr: {logUniform: [0.1, 1]}, beta: [0, {uniform: [0.5, 0.9]}]}",
            "{name: momo, lr: [{name: warm-up, steps: 5, then: [cosine, {name: step, every: [5, 6]}]}, 1]}",
            "{name: momo, bound: {name: per-sample, values: [[0, 1], [0, .5]]}}", "adam"})
    void whatIsRightIsValid(String entry) throws IOException {
        assertEquals(Set.of(), wrong("objective: hinge\nepochs: 1\noptimizers: [" + entry + "]\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{name: momo, bta: 0.5}", "{name: mom}", "{lr: 1}", "{name: momo, beta: 1}",
            "{name: momo, lr: 0}", "{name: momo, averaging: heavyball}", "{name: momo, bound: per-samples}", "7",
            "{name: momo, beta: []}", "{name: momo, lr: {name: step}}"})
    void whatIsWrongIsNot(String entry) throws IOException {
        assertFalse(wrong("objective: hinge\nepochs: 1\noptimizers: [" + entry + "]\n").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"epochs: 1\noptimizers: [momo]", "objective: hinge\nepochs: 1",
            "objective: hinge\nepochs: 1\nsteps: 1\noptimizers: [momo]",
            "objective: hinge\nepochs: 0\noptimizers: [momo]", "objective: hinge\nepocs: 1\noptimizers: [momo]",
            "objective: hinge\nepochs: 1\ntype: float16\noptimizers: [momo]"})
    void aWholeThatIsWrongIsNot(String text) throws IOException {
        assertFalse(wrong(text).isEmpty());
    }

    @Test
    void everyHyperParameterIsDescribed() throws IOException {
        String text = schema().getSchemaNode().toString();
        Specifications.CATALOGUES.optimizers().entries().values().forEach(p -> p.hyperParameters().components()
                .forEach(c -> assertTrue(text.contains("\"" + c.name() + "\"") && text.contains(c.description()),
                        c.name())));
    }
}
