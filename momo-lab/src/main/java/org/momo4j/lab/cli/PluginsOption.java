package org.momo4j.lab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.momo4j.lab.plugin.PluginPlaces;
import picocli.CommandLine.Option;

/** {@code --plugins}, of commands that use what is installed. */
final class PluginsOption {
    @Option(names = "--plugins", paramLabel = "DIR", description = "Also use the plugins in this folder, or in this jar; may be repeated. "
            + "Those in ~/.momo/plugins are always used. A plugin is foreign code, and runs with your rights.")
    private List<Path> places = new ArrayList<>();

    /** Makes them known, before anything that is installed is asked for. */
    void apply(PluginPlaces known) {
        places.forEach(known::add);
    }
}
