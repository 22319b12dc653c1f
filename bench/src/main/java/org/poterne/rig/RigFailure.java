package org.poterne.rig;

/** The run cannot go on. The message is for whoever typed the command. */
public final class RigFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RigFailure(String message) {
        super(message);
    }

    public RigFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
