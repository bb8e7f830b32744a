@NullMarked
package org.momo4j.lab.run.diagnostics;

import org.jspecify.annotations.NullMarked;
