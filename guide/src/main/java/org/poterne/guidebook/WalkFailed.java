package org.poterne.guidebook;

/** A page was not what its procedure tells: the guide would lie, so there is none. */
final class WalkFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    WalkFailed(String why) {
        super(why);
    }

    WalkFailed(String why, Throwable cause) {
        super(why, cause);
    }
}
