/**
 * Walks the procedures of a tenant in a real browser, and writes the guide of what it met: the guide cannot say what the pages do
 * not do.
 */
@NullMarked
package org.poterne.guidebook;

import org.jspecify.annotations.NullMarked;
