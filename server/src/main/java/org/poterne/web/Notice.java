package org.poterne.web;

/** A sentence above the page: what just happened, or what went wrong. Its kind is said in words and shape, not by colour alone. */
public record Notice(Kind kind, String text) {

    public enum Kind {
        SUCCESS,
        INFO,
        WARNING,
        ERROR
    }
}
