package org.momo4j.lab.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.provider.Component;

/**
 * One installed thing, described.
 *
 * @param name            as specifications write it
 * @param description     one line
 * @param hyperParameters what can be set
 * @param plugin          the jar that brought it; empty for what is built in
 */
public record Entry(String name, String description,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<HyperParameterEntry> hyperParameters,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String plugin) {
    /**
     * One hyper-parameter, described.
     *
     * @param name        as specifications write it
     * @param byDefault   its default as specifications write it; null if it must be given
     * @param allowed     which values it may have
     * @param description what it is
     */
    public record HyperParameterEntry(String name, @JsonProperty("default") @Nullable Object byDefault,
            @JsonProperty("range") String allowed, @JsonProperty("meaning") String description) {
        /** Describes one component of a record of hyper-parameters. */
        static HyperParameterEntry of(Component component) {
            return new HyperParameterEntry(component.name(), component.byDefault().map(HyperParameterEntry::plain)
                    .orElse(null), component.allowed(), component.description());
        }

        private static Object plain(Object value) {
            return switch (value) {
                case Number number -> number;
                case Boolean truth -> truth;
                case List<?> list -> list;
                case Choice choice -> choice.values().isEmpty() ? choice.name() : choice;
                default -> Component.spell(value);
            };
        }
    }
}
