package org.momo4j.lab.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.momo4j.lab.catalogue.Catalogues;
import org.momo4j.lab.plugin.PluginPlaces;
import org.momo4j.lab.report.JsonDocument;
import org.momo4j.lab.skeleton.MethodName;
import org.momo4j.lab.skeleton.Skeleton;
import org.momo4j.lab.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Begins a plugin. */
@Command(name = "new-method", description = "Writes the Maven project of a new momentum method: a plugin that builds, passes the contract "
        + "tests and runs as it is. Replace its formulas by yours.", footer = {"",
                "It is built against the modules of this program: run mvn -DskipTests install in its folder once."})
final class NewMethodCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final PluginPlaces places;
    private final Provider<Catalogues> installed;

    @ParentCommand
    private MomoCommand momo = new MomoCommand();

    @Parameters(paramLabel = "NAME", description = "What specifications will call it: words of lower-case letters and digits, joined by hyphens.")
    private String name = "";

    @Option(names = "--package", paramLabel = "PACKAGE", description = "Its Java package. Default: org.example and the name without hyphens.")
    private Optional<String> packageName = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", description = "The folder of the project, which must not exist. Default: NAME.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private PluginsOption plugins = new PluginsOption();

    @Inject
    NewMethodCommand(Terminal terminal, PluginPlaces places, Provider<Catalogues> installed) {
        this.terminal = terminal;
        this.places = places;
        this.installed = installed;
    }

    @Override
    public Integer call() throws IOException {
        MethodName method = new MethodName(name,
                packageName.orElse("org.example." + name.replace("-", "")));
        plugins.apply(places);
        Require.that(!installed.get().optimizers().names().contains(name), "NAME", "\"" + name + "\"",
                "a name that no installed optimizer has");
        Path folder = out.orElse(Path.of(name));
        Skeleton.write(method, Version.number(), folder);
        if (momo.format() == Format.JSON) {
            terminal.out().println(JsonDocument.of(Map.of("name", name, "folder", folder.toString())));
        } else {
            terminal.out().println("wrote " + folder + "; next:");
            terminal.out().println("  mvn -q -DskipTests install       (once, in the folder of MoMo for Java)");
            terminal.out().println("  mvn -f " + folder + " verify");
            terminal.out().println("  ./momo run " + folder.resolve("compare.yaml") + " --plugins "
                    + folder.resolve("target"));
            terminal.out().println("  ./momo report runs/" + name);
        }
        return ExitCode.OK;
    }
}
