package org.poterne.soak;

import org.poterne.rig.Sink;

/**
 * What the mail server did with one person's letters, besides handing them over.
 *
 * @param refused for good: they need not come
 * @param unsaid kept without a word to the client: they come once more
 */
record Delivered(long refused, long unsaid) {

    static final Delivered NOTHING = new Delivered(0, 0);

    static Delivered to(String email, Sink sink) {
        return new Delivered(sink.refusedForGood(email), sink.keptUnsaid(email));
    }
}
