package org.momo4j.tracking.stub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as MLflow reads it: member after member, until one has a value of a wrong type. What comes behind that one is
 * lost, and MLflow goes on with what it has, often with status 200. A number that is not finite and not in quotes is such a
 * value.
 */
final class Message {
    /** What a member is. */
    sealed interface Kind {}

    /** What a member without members is. */
    enum Scalar implements Kind {
        /** Text. */
        TEXT,
        /** A whole number, or text that is one. */
        LONG,
        /** A number, or text that is one. */
        DOUBLE
    }

    /** A list of texts. */
    record Texts() implements Kind {}

    /** An object with these members; others are passed over. */
    record Of(Map<String, Kind> members) implements Kind {}

    /** A list of them. */
    record ListOf(Map<String, Kind> members) implements Kind {}

    private final Map<String, Object> members = new LinkedHashMap<>();
    private boolean broken;

    private Message() {}

    static Message read(JsonNode node, Map<String, Kind> kinds) {
        Message message = new Message();
        message.broken = !node.isObject();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            Kind kind = kinds.get(member.getKey());
            if (kind != null && !member.getValue().isNull() && !message.broken) {
                message.read(member.getKey(), member.getValue(), kind);
            }
        }
        return message;
    }

    /** The body of a request: a member of the wrong kind is refused, one with something wrong inside is not. */
    static Message request(JsonNode body, Map<String, Kind> kinds) {
        Message message = read(body, kinds);
        if (message.broken) {
            for (Map.Entry<String, JsonNode> member : body.properties()) {
                if (!isOf(kinds.get(member.getKey()), member.getValue())) {
                    throw Refused.invalid("Invalid value " + member.getValue() + " for parameter '" + member.getKey()
                            + "' supplied");
                }
            }
        }
        return message;
    }

    private static boolean isOf(@Nullable Kind kind, JsonNode value) {
        return switch (kind) {
            case null -> true;
            case Scalar.TEXT -> value.isTextual();
            case Scalar.LONG -> value.isIntegralNumber() || value.asText().matches("-?\\d+");
            case Scalar.DOUBLE -> value.isNumber() || value.isTextual();
            case Texts() -> value.isArray();
            case ListOf _ -> value.isArray();
            case Of _ -> value.isObject();
        } || value.isNull();
    }

    private void read(String name, JsonNode value, Kind kind) {
        try {
            switch (kind) {
                case Scalar scalar -> members.put(name, switch (scalar) {
                    case TEXT -> text(value);
                    case LONG -> integer(value);
                    case DOUBLE -> real(value);
                });
                case Texts() -> {
                    List<String> texts = new ArrayList<>();
                    members.put(name, texts);
                    value.forEach(element -> texts.add(text(element)));
                }
                case Of(Map<String, Kind> kinds) -> {
                    Message message = read(value, kinds);
                    members.put(name, message);
                    broken = message.broken;
                }
                case ListOf(Map<String, Kind> kinds) -> list(name, value, kinds);
            }
        } catch (IllegalArgumentException e) {
            broken = true;
        }
    }

    private void list(String name, JsonNode value, Map<String, Kind> kinds) {
        List<Message> list = new ArrayList<>();
        members.put(name, list);
        broken = !value.isArray();
        for (JsonNode element : value) {
            if (!broken) {
                Message message = read(element, kinds);
                list.add(message);
                broken = message.broken;
            }
        }
    }

    private static String text(JsonNode value) {
        if (!value.isTextual()) {
            throw new IllegalArgumentException("no text");
        }
        return value.textValue();
    }

    private static long integer(JsonNode value) {
        if (value.isTextual()) {
            return Long.parseLong(value.textValue());
        }
        if (!value.isNumber() || value.doubleValue() != Math.rint(value.doubleValue())) {
            throw new IllegalArgumentException("no whole number");
        }
        return value.longValue();
    }

    private static double real(JsonNode value) {
        if (value.isTextual()) {
            return Double.parseDouble(value.textValue());
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? 1 : 0;
        }
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new IllegalArgumentException("no number of JSON");
        }
        return value.doubleValue();
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** A text; empty if it is not there. */
    Optional<String> text(String name) {
        return Optional.ofNullable((String) members.get(name));
    }

    OptionalLong integer(String name) {
        return members.get(name) instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /** A number; 0 if it is not there. */
    double real(String name) {
        return members.get(name) instanceof Double number ? number : 0;
    }

    Message message(String name) {
        return members.get(name) instanceof Message message ? message : new Message();
    }

    List<Message> list(String name) {
        return all(name, Message.class);
    }

    List<String> texts(String name) {
        return all(name, String.class);
    }

    private <T> List<T> all(String name, Class<T> type) {
        return members.get(name) instanceof List<?> list ? list.stream().map(type::cast).toList() : List.of();
    }
}
