/**
 * What a file says, before anyone asks what it means: a tree of texts, lists and mappings in which everything knows its place.
 */
@NullMarked
package org.momo4j.lab.specification.document;

import org.jspecify.annotations.NullMarked;
