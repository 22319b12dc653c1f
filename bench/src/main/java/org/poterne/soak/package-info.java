/**
 * Breaks what Poterne stands on while people use it, and holds it to what it told them. It knows the product by its pages, its
 * letters and its tables, and uses none of its classes.
 */
@NullMarked
package org.poterne.soak;

import org.jspecify.annotations.NullMarked;
