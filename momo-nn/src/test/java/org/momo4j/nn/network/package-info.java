/** Tests of what no engine has a part in. */
@NullMarked
package org.momo4j.nn.network;

import org.jspecify.annotations.NullMarked;
