/**
 * How an implementation is named, described, configured by one record, and created. Found by {@link java.util.ServiceLoader}.
 */
@NullMarked
package org.momo4j.api.provider;

import org.jspecify.annotations.NullMarked;
