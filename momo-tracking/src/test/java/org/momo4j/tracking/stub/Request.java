package org.momo4j.tracking.stub;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request that came in.
 *
 * @param method  GET, POST ...
 * @param path    without the query, as it was sent: not decoded
 * @param query   by name, decoded
 * @param headers by name, in small letters
 * @param body    its bytes
 */
public record Request(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {
    static final String API = "/api/2.0/mlflow/";
    static final String ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts/";

    static Request of(String method, String target, Map<String, String> headers, byte[] body) {
        int mark = target.indexOf('?');
        Map<String, String> query = new LinkedHashMap<>();
        if (mark >= 0) {
            for (String pair : target.substring(mark + 1).split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    query.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        }
        return new Request(method, mark < 0 ? target : target.substring(0, mark), query, headers, body);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Whether it calls this part of the tracking API, such as {@code runs/log-batch}. */
    public boolean calls(String endpoint) {
        return path.equals(API + endpoint);
    }

    /** Whether it puts or gets the content of an artifact. */
    public boolean isArtifact() {
        return path.startsWith(ARTIFACTS);
    }

    /** A header, by its name in any letters. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
