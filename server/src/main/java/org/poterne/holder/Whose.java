package org.poterne.holder;

/** Whether what is shown is the browser that the page is read in. */
public enum Whose {
    THIS_BROWSER,
    ANOTHER;

    static <T> Whose of(T shown, T here) {
        return shown.equals(here) ? THIS_BROWSER : ANOTHER;
    }
}
