/**
 * The ground for measuring and for breaking: servers as processes of their own, a database, a mail server, and people with
 * browsers. It knows the product by its pages, its settings and its letters, as anybody does. Linux only: it reads {@code /proc}.
 */
@NullMarked
package org.poterne.rig;

import org.jspecify.annotations.NullMarked;
