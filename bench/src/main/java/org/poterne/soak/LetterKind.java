package org.poterne.soak;

/** Letters that somebody waits for. */
enum LetterKind {
    CONFIRMATION("/confirm/open"),
    RECOVERY("/recovery/open"),
    UNLOCK("/unlock/open");

    private final String door;

    LetterKind(String door) {
        this.door = door;
    }

    /** What the address of its link holds. */
    String door() {
        return door;
    }
}
