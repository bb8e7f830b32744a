package org.momo4j.lab.cli;

import jakarta.inject.Inject;
import org.momo4j.lab.report.JsonDocument;
import org.momo4j.lab.specification.schema.SpecificationSchema;
import org.momo4j.lab.terminal.Terminal;
import picocli.CommandLine.Command;

/** Prints the JSON Schema of specifications. */
@Command(name = "schema", description = "The JSON Schema of specifications, with everything that is installed: editors complete and check with it.", footer = {
        "", "momo schema > momo-schema.json, then begin a specification with",
        "# yaml-language-server: $schema=momo-schema.json"})
final class SchemaCommand implements Runnable {
    private final Terminal terminal;
    private final SpecificationSchema schema;

    @Inject
    SchemaCommand(Terminal terminal, SpecificationSchema schema) {
        this.terminal = terminal;
        this.schema = schema;
    }

    @Override
    public void run() {
        terminal.out().println(JsonDocument.of(schema.document()));
    }
}
