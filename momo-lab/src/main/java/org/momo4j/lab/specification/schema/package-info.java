/** The JSON Schema of specifications, made of the same records. */
@NullMarked
package org.momo4j.lab.specification.schema;

import org.jspecify.annotations.NullMarked;
