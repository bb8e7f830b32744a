@NullMarked
package org.momo4j.lab.sweep;

import org.jspecify.annotations.NullMarked;
