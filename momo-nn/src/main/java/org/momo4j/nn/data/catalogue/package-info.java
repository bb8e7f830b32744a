/**
 * Data sets by name: which files they consist of, where these are looked for, and the digits that are shipped. Nothing is
 * downloaded, and no format is parsed here.
 */
@NullMarked
package org.momo4j.nn.data.catalogue;

import org.jspecify.annotations.NullMarked;
