package org.momo4j.tracking.stub;

import java.util.OptionalInt;

/**
 * A request and what became of it.
 *
 * @param request   what came in
 * @param committed whether the server did what was asked for
 * @param status    what was answered; empty if nothing was
 */
public record Seen(Request request, boolean committed, OptionalInt status) {}
