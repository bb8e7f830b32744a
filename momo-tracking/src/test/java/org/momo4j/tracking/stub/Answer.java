package org.momo4j.tracking.stub;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the server answers.
 *
 * @param status  of HTTP
 * @param headers beside the length
 * @param body    its bytes
 */
record Answer(int status, Map<String, String> headers, byte[] body) {
    static Answer text(int status, String type, String body) {
        return new Answer(status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer json(int status, String body) {
        return text(status, "application/json", body);
    }

    /** What Flask says where MLflow says nothing. */
    static Answer page(int status, String reason) {
        return text(status, "text/html; charset=utf-8",
                "<!doctype html>\n<html lang=en>\n<title>" + status + " " + reason
                        + "</title>\n<h1>" + reason + "</h1>\n");
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    /** As it goes over the wire. */
    byte[] bytes() {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" stub\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }
}
