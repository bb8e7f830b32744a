package org.momo4j.lab.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.momo4j.lab.catalogue.Catalogues;
import org.momo4j.lab.catalogue.Entry;
import org.momo4j.lab.catalogue.Inventory;
import org.momo4j.lab.catalogue.Spelling;
import org.momo4j.lab.plugin.PluginPlaces;
import org.momo4j.lab.report.JsonDocument;
import org.momo4j.lab.report.Numbers;
import org.momo4j.lab.report.Table;
import org.momo4j.lab.terminal.Terminal;
import org.momo4j.lab.verification.ProblemEntries;
import org.momo4j.lab.verification.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Says what is installed. */
@Command(name = "list", description = "What is installed, with hyper-parameters, defaults and ranges, and the problems of the test bed.")
final class ListCommand implements Runnable {
    private final Terminal terminal;
    private final PluginPlaces places;
    private final Provider<Catalogues> installed;
    private final Selection testBed;

    @ParentCommand
    private MomoCommand momo = new MomoCommand();

    @Parameters(arity = "0..*", paramLabel = "KIND", description = "optimizers, bounds, objectives, schedules, checks or problems; all of them if none is given.")
    private List<String> kinds = new ArrayList<>();

    @Mixin
    private PluginsOption plugins = new PluginsOption();

    @Inject
    ListCommand(Terminal terminal, PluginPlaces places, Provider<Catalogues> installed, Selection testBed) {
        this.terminal = terminal;
        this.places = places;
        this.installed = installed;
        this.testBed = testBed;
    }

    @Override
    public void run() {
        plugins.apply(places);
        Map<String, List<Entry>> all = new LinkedHashMap<>(Inventory.of(installed.get()).kinds());
        all.put("problems", ProblemEntries.of(testBed));
        for (String kind : kinds) {
            if (!all.containsKey(kind)) {
                throw new IllegalArgumentException("nothing of kind \"" + kind + "\" can be listed; "
                        + Spelling.hint(kind, all.keySet()));
            }
        }
        Map<String, List<Entry>> shown = new LinkedHashMap<>(all);
        if (!kinds.isEmpty()) {
            shown.keySet().retainAll(kinds);
        }
        if (momo.format() == Format.JSON) {
            terminal.out().println(JsonDocument.of(shown));
        } else {
            shown.forEach(this::print);
        }
    }

    private static String spell(Object value) {
        return value instanceof Double number ? Numbers.plain(number) : value.toString();
    }

    private void print(String kind, List<Entry> entries) {
        terminal.out().println(kind + (entries.isEmpty() ? ": none installed" : ""));
        for (Entry entry : entries) {
            terminal.out().print(new Table(2, entry.name(), entry.plugin().isEmpty()
                    ? entry.description()
                    : entry.description() + " [" + entry.plugin() + "]").render(terminal.columns()));
            if (!entry.hyperParameters().isEmpty()) {
                Table table = new Table(6, "hyper-parameter", "default", "allowed", "meaning");
                entry.hyperParameters().forEach(h -> table.row(h.name(),
                        Optional.ofNullable(h.byDefault()).map(ListCommand::spell).orElse("(must be given)"),
                        h.allowed(),
                        h.description()));
                terminal.out().print(table.render(terminal.columns()));
            }
        }
        terminal.out().println();
    }
}
