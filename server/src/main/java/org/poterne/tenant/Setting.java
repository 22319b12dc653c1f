package org.poterne.tenant;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a key of the tenant file means; {@code docs/tenant-file.md} is made from these. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

    /** One sentence for the operator: meaning, unit, bounds. */
    String value();

    /** What an absent key means, written as in the file (YAML); empty: the key is required. */
    String fallback() default "";
}
