/**
 * The contract of providers: names, descriptions and hyper-parameters. What a provider creates has a contract of its own
 * elsewhere.
 */
@NullMarked
package org.momo4j.testkit.provider;

import org.jspecify.annotations.NullMarked;
