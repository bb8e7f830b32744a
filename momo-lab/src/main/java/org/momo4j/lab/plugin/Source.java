package org.momo4j.lab.plugin;

import java.util.Optional;
import org.momo4j.lab.catalogue.PluginId;

/**
 * A class loader in which providers are looked for.
 *
 * @param loader the loader
 * @param plugin the plugin whose it is; empty for the class path of the program
 */
record Source(ClassLoader loader, Optional<PluginId> plugin) {}
