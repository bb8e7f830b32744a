package org.momo4j.tracking.mlflow;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.mlflow.tracking.creds.BasicMlflowHostCreds;

/** Who we are to a server. No text made of it shows a password or a token. */
public final class Credentials {
    private static final String HIDDEN = "***";
    private static final int LAST_OF_ASCII = 0x7e;
    private static final Credentials NONE = new Credentials("", "", "");

    private final String user;
    private final String password;
    private final String token;

    private Credentials(String user, String password, String token) {
        this.user = user;
        this.password = password;
        this.token = token;
    }

    /** For servers that ask nobody. */
    public static Credentials none() {
        return NONE;
    }

    /**
     * A name and its password; white space around them, as files and variables often have it, is none of theirs.
     *
     * @throws IllegalArgumentException if there are control characters in them
     */
    public static Credentials of(String user, String password) {
        return new Credentials(printable("user name", user), printable("password", password), "");
    }

    /**
     * A token, sent as bearer; white space around it is none of its.
     *
     * @throws IllegalArgumentException if there is in it what no header takes
     */
    public static Credentials ofToken(String token) {
        String plain = printable("token", token);
        if (plain.codePoints().anyMatch(character -> character > LAST_OF_ASCII)) {
            throw new IllegalArgumentException(
                    "the token for MLflow has a character that is not of ASCII; letters, digits"
                            + " and marks are allowed");
        }
        return new Credentials("", "", plain);
    }

    /** Without the white space around it; what is wrong is said without the text, which is secret. */
    private static String printable(String what, String text) {
        String plain = text.strip();
        if (plain.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "the " + what + " for MLflow has a control character in it, like the end of"
                            + " a line; only those that can be seen are allowed");
        }
        return plain;
    }

    /**
     * As MLflow's own clients take them: MLFLOW_TRACKING_USERNAME with MLFLOW_TRACKING_PASSWORD, or else
     * MLFLOW_TRACKING_TOKEN.
     *
     * @param environment by name
     * @throws IllegalArgumentException if there are control characters in them
     */
    public static Credentials of(Map<String, String> environment) {
        String user = environment.getOrDefault("MLFLOW_TRACKING_USERNAME", "").strip();
        String password = environment.getOrDefault("MLFLOW_TRACKING_PASSWORD", "").strip();
        String token = environment.getOrDefault("MLFLOW_TRACKING_TOKEN", "").strip();
        if (!user.isEmpty() && !password.isEmpty()) {
            return of(user, password);
        }
        return token.isEmpty() ? none() : ofToken(token);
    }

    /** From the part of a URI before the {@code @}, percent signs and all. */
    static Credentials ofUserInfo(String raw) {
        int colon = raw.indexOf(':');
        return colon < 0
                ? of(decoded(raw), "")
                : of(decoded(raw.substring(0, colon)), decoded(raw.substring(colon + 1)));
    }

    private static String decoded(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Whether there are any. */
    boolean isPresent() {
        return !user.isEmpty() || !token.isEmpty();
    }

    /** The value of the header {@code Authorization}. */
    Optional<String> header() {
        if (!user.isEmpty()) {
            byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(both));
        }
        return token.isEmpty() ? Optional.empty() : Optional.of("Bearer " + token);
    }

    /** The same for MLflow's client, which adds no header for empty texts. */
    BasicMlflowHostCreds at(String server) {
        if (!user.isEmpty()) {
            return new BasicMlflowHostCreds(server, user, password);
        }
        return token.isEmpty() ? new BasicMlflowHostCreds(server) : new BasicMlflowHostCreds(server, token);
    }

    /** A text of others, without our secrets. */
    String hideIn(String text) {
        String hidden = hide(hide(text, password), token);
        return header().map(header -> hide(hidden, header.substring(header.indexOf(' ') + 1))).orElse(hidden);
    }

    private static String hide(String text, String secret) {
        return secret.isEmpty() ? text : text.replace(secret, HIDDEN);
    }

    @Override
    public String toString() {
        if (!user.isEmpty()) {
            return user + ":" + HIDDEN;
        }
        return token.isEmpty() ? "none" : "token " + HIDDEN;
    }
}
