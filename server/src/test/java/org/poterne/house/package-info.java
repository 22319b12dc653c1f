/** What the tests share: a running house on real parts, its visitors, and their mailboxes. */
@NullMarked
package org.poterne.house;

import org.jspecify.annotations.NullMarked;
