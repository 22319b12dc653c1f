package org.poterne.session;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a page's POST: made only by whoever has shown the password in the last five minutes (ASVS 5.0 7.5.1, 7.5.3). Anybody
 * else is asked for it first, and loses nothing of what was sent.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Sensitive {}
