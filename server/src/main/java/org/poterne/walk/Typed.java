package org.poterne.walk;

/** What goes into a field. A guide shows an example; a browser that walks types it. */
public sealed interface Typed {

    /** What everybody has, or is shown. */
    enum Known implements Typed {
        E_MAIL,
        USERNAME,
        PASSWORD,
        WRONG_PASSWORD,
        NEW_PASSWORD,
        /** Of the image on the page. */
        CHARACTERS,
        /** That the other device shows. */
        NUMBER,
        /** Of the authenticator. */
        PIN,
        DEVICE_NAME,
        /** By which an authenticator is added, as the other device shows them. */
        SHOWN_IDENTIFIER,
        SHOWN_CODE,
        /** Somebody to be invited. */
        NEW_COLLEAGUE,
        OTHER_ESTABLISHMENT_NUMBER,
        OTHER_ESTABLISHMENT_E_MAIL
    }

    /**
     * The person's own answer to a field of the tenant's.
     *
     * @param name as the tenant file has it
     */
    record Field(String name) implements Typed {}
}
