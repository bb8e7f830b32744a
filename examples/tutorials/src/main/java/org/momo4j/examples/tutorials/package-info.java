/**
 * The Java of README.md, docs/tracking.md and docs/tutorials: every block of those pages stands here word for word, and the tests
 * run it. Nothing that the pages do not show.
 */
@NullMarked
package org.momo4j.examples.tutorials;

import org.jspecify.annotations.NullMarked;
