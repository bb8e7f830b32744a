/**
 * File formats: IDX, CIFAR's records, CSV; gzip is recognised by content. Readers are told which files to read and what to
 * expect in them; where files lie and what they are called is known to {@code catalogue} alone.
 */
@NullMarked
package org.momo4j.nn.data.format;

import org.jspecify.annotations.NullMarked;
