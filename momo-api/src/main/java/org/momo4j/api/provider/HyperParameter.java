package org.momo4j.api.provider;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of a record of hyper-parameters: the single place where its default, range and meaning stand.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface HyperParameter {
    /** What it is, in half a line. */
    String value();

    /** The default as it would be written in a specification; empty: the hyper-parameter must be given. */
    String byDefault() default "";

    /** The interval of allowed numbers, say {@code "[0, 1)"} or {@code "(0, inf]"}; empty: any number but NaN. */
    String range() default "";
}
