/**
 * The journal of a run on this machine: JSON lines that are only ever added, each with number, time and checksum. Nothing here
 * knows of a server.
 */
@NullMarked
package org.momo4j.tracking.journal;

import org.jspecify.annotations.NullMarked;
