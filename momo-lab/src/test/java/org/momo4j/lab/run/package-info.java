@NullMarked
package org.momo4j.lab.run;

import org.jspecify.annotations.NullMarked;
