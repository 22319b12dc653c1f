package org.poterne.argon2;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param implementation of Argon2; whichever is taken, the tags are the same */
@ConfigurationProperties("poterne.argon2")
record Argon2Settings(@DefaultValue("auto") Implementation implementation) {

    enum Implementation {
        /** The quickest that computes rightly on this machine. */
        AUTO,
        BOUNCY_CASTLE
    }
}
