/**
 * Training tasks by name, as specifications use them: a data set, a network for it, and the hyper-parameters of both. What is an
 * engine's stays in the engine's package; its classes are loaded when an objective is created and not before, so that listing what
 * is installed needs no engine. Nothing is computed here.
 */
@NullMarked
package org.momo4j.nn.task;

import org.jspecify.annotations.NullMarked;
