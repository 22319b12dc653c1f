package org.poterne.soak;

/** What people do, as the table names it. */
enum Flow {
    SIGN_UP("sign-up"),
    CONFIRM("confirm"),
    SIGN_IN("sign-in"),
    WRONG_PASSWORD("wrong password"),
    ASK_FOR_LETTER("ask for a letter"),
    RESET("reset"),
    UNLOCK("unlock"),
    CHANGE("change of password"),
    SIGN_OUT("sign-out"),
    ENDED_SESSION("ended session");

    private final String words;

    Flow(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
