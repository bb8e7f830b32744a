package org.momo4j.lab.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import org.momo4j.lab.plugin.PluginPlaces;
import org.momo4j.lab.report.JsonDocument;
import org.momo4j.lab.specification.schema.SpecificationSchema;
import org.momo4j.lab.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the JSON Schema of specifications. */
@Command(name = "schema", description = "The JSON Schema of specifications, with everything that is installed: editors complete and check with it.", footer = {
        "", "momo schema > momo-schema.json, then begin a specification with",
        "# yaml-language-server: $schema=momo-schema.json"})
final class SchemaCommand implements Runnable {
    private final Terminal terminal;
    private final PluginPlaces places;
    private final Provider<SpecificationSchema> schema;

    @Mixin
    private PluginsOption plugins = new PluginsOption();

    @Inject
    SchemaCommand(Terminal terminal, PluginPlaces places, Provider<SpecificationSchema> schema) {
        this.terminal = terminal;
        this.places = places;
        this.schema = schema;
    }

    @Override
    public void run() {
        plugins.apply(places);
        terminal.out().println(JsonDocument.of(schema.get().document()));
    }
}
