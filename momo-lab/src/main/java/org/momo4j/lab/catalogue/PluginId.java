package org.momo4j.lab.catalogue;

/**
 * The jar that brought something.
 *
 * @param jar    the name of the file
 * @param digest the SHA-256 of its bytes and of the jars that its Class-Path names; empty where there is no file, but a folder of
 *               classes
 */
public record PluginId(String jar, String digest) {
    @Override
    public String toString() {
        return "plugin " + jar;
    }
}
