package org.momo4j.lab.plugin;

/** Told of plugins, in sentences for people. */
public interface PluginListener {
    /** A plugin, or something of it, is not used; the sentence names it and says why. */
    void leftOut(String sentence);

    /** A plugin is used; the sentence says what for. */
    void used(String sentence);
}
