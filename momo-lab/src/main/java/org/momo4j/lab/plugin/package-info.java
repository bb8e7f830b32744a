/**
 * Plugins: jars of somebody else, each in a class loader of its own. Finds what they offer, and says what is wrong with one without
 * giving up the others. What the program does with an offer is not known here.
 */
@NullMarked
package org.momo4j.lab.plugin;

import org.jspecify.annotations.NullMarked;
