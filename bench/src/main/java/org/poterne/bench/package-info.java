/** How fast the server is, alone and beside others, measured from outside: one class a measurement. */
@NullMarked
package org.poterne.bench;

import org.jspecify.annotations.NullMarked;
