package org.poterne.registration;

import org.poterne.password.RawPassword;

/** How somebody shows that the password of the sign-up is one that they chose. */
sealed interface Chooser {

    /** By the browser that sent it. */
    record SameBrowser() implements Chooser {}

    /** By knowing it. */
    record ByHeart(RawPassword typed) implements Chooser {}
}
