package org.poterne.approval;

/** Whose browser asks, as far as it can be told before anything is proved. */
enum AskedBy {
    KNOWN("known"),
    STRANGERS("strangers");

    private final String word;

    AskedBy(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    boolean isKnown() {
        return this == KNOWN;
    }
}
