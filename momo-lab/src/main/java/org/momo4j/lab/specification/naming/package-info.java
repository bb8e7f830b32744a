/** What runs are called: by what varies between them, and safely as folders. */
@NullMarked
package org.momo4j.lab.specification.naming;

import org.jspecify.annotations.NullMarked;
