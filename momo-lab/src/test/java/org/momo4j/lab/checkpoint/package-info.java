@NullMarked
package org.momo4j.lab.checkpoint;

import org.jspecify.annotations.NullMarked;
