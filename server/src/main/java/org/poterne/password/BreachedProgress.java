package org.poterne.password;

/** How far a reading of the list has come; it is read twice, so that a broken one changes nothing. */
public record BreachedProgress(Stage stage, long lines, long bytesRead, long fileSize) {

    public enum Stage {
        CHECKING,
        ADDING
    }
}
