package org.poterne.guidebook;

import java.util.List;
import java.util.Optional;

/**
 * A step as it was met.
 *
 * @param number from one on
 * @param where told where it is not where the step before was
 * @param sentence in the imperative
 * @param fields what is filled in or ticked, in the order of the marks; empty for a step with one mark or none
 * @param note what to mind; empty where nothing is
 * @param picture of the page with its marks; a page that is opened is not pictured before it is used
 */
public record Scene(
        int number, Where where, String sentence, List<String> fields, String note, Optional<Picture> picture) {

    /** On which device. */
    public enum Where {
        /** The one that holds the account. */
        ON_PHONE("guide.step.on-phone"),
        /** The browser again, after the phone. */
        BACK_IN_BROWSER("guide.step.in-browser"),
        /** The browser, as before. */
        IN_BROWSER("");

        private final String key;

        Where(String key) {
            this.key = key;
        }

        /** Of its words; empty where it goes without saying. */
        public String key() {
            return key;
        }
    }
}
