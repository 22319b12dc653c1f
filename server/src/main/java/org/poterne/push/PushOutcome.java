package org.poterne.push;

/** What became of a message. None of them says that anybody saw it: the protocol promises no delivery (RFC 8030 §7.4). */
public sealed interface PushOutcome {

    /** The service has it, and wakes the device while the message lives. */
    record Delivered() implements PushOutcome {}

    /** The browser has given this subscription up: whoever keeps it deletes it (RFC 8030 §7.3). */
    record Gone() implements PushOutcome {}

    record Refused(int status) implements PushOutcome {}

    /** No service was reached in time, or none that may be reached. */
    record Unreachable() implements PushOutcome {}
}
