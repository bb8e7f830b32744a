/** The keys of a specification, as records that say their defaults and ranges once, for the reader and the schema. */
@NullMarked
package org.momo4j.lab.specification.key;

import org.jspecify.annotations.NullMarked;
