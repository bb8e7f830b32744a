package org.momo4j.lab.specification.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Turns the nodes of the YAML library into ours. An alias becomes a copy whose path is that of the alias and whose line that of
 * the anchor; {@code <<} takes over the keys of other mappings, as YAML 1.1 had it.
 */
final class Tree {
    private static final String MERGE = "<<";
    private static final int MOST_NODES = 5_000_000;
    private static final int DEEPEST = 100;

    private final Function<Mark, String> origin;
    private int nodes;
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

    Tree(Function<Mark, String> origin) {
        this.origin = origin;
    }

    Value of(Node node, String path) {
        Place place = new Place(origin(node), path);
        if (++nodes > MOST_NODES || !open.add(node) || open.size() > DEEPEST) {
            throw place.refuse("the specification is nested too deeply, or an anchor holds itself or far too much");
        }
        Value value = switch (node) {
            case ScalarNode scalar ->
                new Value.Scalar(place, scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN);
            case SequenceNode list -> sequence(list, place);
            case MappingNode mapping -> mapping(mapping, place);
            default -> throw place.refuse(place.subject() + " is neither a value, a list nor a mapping");
        };
        open.remove(node);
        return value;
    }

    private Value sequence(SequenceNode list, Place place) {
        List<Value> items = new ArrayList<>();
        for (Node item : list.getValue()) {
            items.add(of(item, place.item(items.size(), "").path()));
        }
        return new Value.Sequence(place, items);
    }

    private Value.Mapping mapping(MappingNode mapping, Place place) {
        Map<String, Value.Member> own = new LinkedHashMap<>();
        Map<String, Value.Member> merged = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
                throw new Place(origin(tuple.getKeyNode()), place.path()).refuse(
                        place.subject() + " has a list or mapping as a key; keys are texts");
            }
            String key = keyNode.getValue();
            if (key.equals(MERGE) && keyNode.getScalarStyle() == ScalarStyle.PLAIN) {
                merge(tuple.getValueNode(), place, merged);
                continue;
            }
            Place keyPlace = place.key(key, origin(keyNode));
            Value.Member twin = own.put(key, new Value.Member(keyPlace, of(tuple.getValueNode(), keyPlace.path())));
            if (twin != null) {
                throw keyPlace
                        .refuse(keyPlace.path() + " stands here and at " + twin.key().origin() + "; keep one of them");
            }
        }
        merged.forEach(own::putIfAbsent);
        return new Value.Mapping(place, own);
    }

    private void merge(Node node, Place place, Map<String, Value.Member> into) {
        switch (of(node, place.path())) {
            case Value.Mapping other -> other.members().forEach(into::putIfAbsent);
            case Value.Sequence list when !list.items().isEmpty() && node instanceof SequenceNode others ->
                others.getValue().forEach(other -> merge(other, place, into));
            case Value other -> throw new Place(origin(node), place.path()).refuse(
                    "<< is " + other.shown() + "; it must be an anchored mapping, or a list of them");
        }
    }

    private String origin(Node node) {
        return node.getStartMark().map(origin).orElse("");
    }
}
