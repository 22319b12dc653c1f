package org.poterne.signin;

import org.poterne.account.UsernameKnown;
import org.poterne.account.UsernameNeeded;
import org.poterne.tenant.Setting;
import org.poterne.tenant.TenantPolicy;

/** How a tenant's people say who they are. */
record SignInPolicy(
        @Setting(value = "What identifies an account: `e-mail`, `username` or `either`.", fallback = "e-mail")
        Identifier identifier,

        @Setting(value = "Whether the page asks for the language of what follows.", fallback = "false")
        boolean chooseLanguage,

        @Setting(value = "Whether its fields bear the mark of required ones.", fallback = "false")
        boolean markRequired)
        implements TenantPolicy, UsernameNeeded, UsernameKnown {

    @Override
    public boolean isUsernameNeeded() {
        return identifier == Identifier.USERNAME;
    }

    @Override
    public boolean isUsernameKnown() {
        return identifier != Identifier.E_MAIL;
    }

    /** What is typed beside the password. */
    enum Identifier {
        E_MAIL("e-mail", "email"),
        USERNAME("username", "text"),
        EITHER("either", "text");

        private final String word;
        private final String inputType;

        Identifier(String word, String inputType) {
            this.word = word;
            this.inputType = inputType;
        }

        /** Its name in messages: {@code signin.identifier.either}. */
        String word() {
            return word;
        }

        /** Of the field it is typed in. */
        String inputType() {
            return inputType;
        }
    }
}
