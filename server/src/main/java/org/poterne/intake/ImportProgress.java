package org.poterne.intake;

/** How far a reading of the file has come; a file is read twice, so that a broken one adds nobody. */
public record ImportProgress(Stage stage, long rows, long bytesRead, long fileSize) {

    public enum Stage {
        CHECKING,
        ADDING
    }

    public int percent() {
        return fileSize == 0 ? 100 : (int) Math.min(100, bytesRead * 100 / fileSize);
    }
}
