@NullMarked
package org.momo4j.lab.run.folder;

import org.jspecify.annotations.NullMarked;
