package org.momo4j.tracking.mlflow;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Where a server is: scheme, host, port and path, and nothing secret.
 *
 * @param uri without user info, query, and slash at the end
 */
record ServerAddress(URI uri) {
    private static final int NAME_LENGTH = 60;
    private static final int DIGEST_LENGTH = 4;

    /**
     * The address within a URI.
     *
     * @throws IllegalArgumentException if no server can be reached by it
     */
    static ServerAddress of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || uri.getHost() == null) {
            throw new IllegalArgumentException("MLflow server \"" + shown(uri.toString())
                    + "\": only addresses like http://host:port and https://host are allowed; MLflow's own stores are"
                    + " written by its server");
        }
        if (hasAtBehindHost(uri)) {
            throw new IllegalArgumentException("MLflow server \"" + shown(uri.toString())
                    + "\": an @ behind the host is not allowed; if it ends a secret, percent-encode what is in that: / as"
                    + " %2F, ? as %3F, # as %23, @ as %40. A server is named like http://host:port");
        }
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return new ServerAddress(URI.create(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path));
    }

    /** So it is where a password has a slash in it, and its beginning passes for a port. */
    private static boolean hasAtBehindHost(URI uri) {
        String before = "//" + uri.getRawAuthority();
        String text = uri.toString();
        return text.indexOf('@', text.indexOf(before) + before.length()) >= 0;
    }

    /** The URI that people wrote. */
    static URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("MLflow server \"" + shown(text) + "\" is no address: " + e.getReason()
                    + "; one like http://host:port is allowed");
        }
    }

    /** Without what may be secret: a password can have any character in it, so all before the last {@code @} may be one. */
    private static String shown(String text) {
        int at = text.lastIndexOf('@');
        int slashes = text.indexOf("//");
        int from = slashes >= 0 && slashes < at ? slashes + 2 : 0;
        return at < 0 ? text : text.substring(0, from) + "***" + text.substring(at);
    }

    /** The URI of something on the server. */
    URI at(String rawPath) {
        return URI.create(uri + "/" + rawPath);
    }

    /** A name for files about this server: readable, and of no other server. */
    String fileName() {
        String plain = uri.toString();
        String readable = plain.substring(plain.indexOf("//") + 2).replaceAll("[^A-Za-z0-9.]+", "-");
        return readable.substring(0, Math.min(NAME_LENGTH, readable.length())) + "-" + digest(plain);
    }

    private static String digest(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
