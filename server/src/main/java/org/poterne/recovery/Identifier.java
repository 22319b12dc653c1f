package org.poterne.recovery;

import java.util.Arrays;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.account.Username;
import org.poterne.tenant.TenantId;

/** By what an account is asked for. The look-up and the comparison take the one that was asked, and never the other. */
enum Identifier {
    E_MAIL("e-mail", "email") {
        @Override
        boolean fits(String typed) {
            return EmailAddress.parse(typed).isPresent();
        }

        @Override
        boolean isThatOf(Account account, String typed) {
            return EmailAddress.parse(typed).equals(Optional.of(account.email()));
        }

        @Override
        Optional<Account> find(Accounts accounts, TenantId tenant, String typed) {
            return EmailAddress.parse(typed).flatMap(address -> accounts.findByEmail(tenant, address));
        }
    },
    USERNAME("username", "username") {
        @Override
        boolean fits(String typed) {
            return Username.parse(typed).isPresent();
        }

        @Override
        boolean isThatOf(Account account, String typed) {
            return account.username().isPresent() && Username.parse(typed).equals(account.username());
        }

        @Override
        Optional<Account> find(Accounts accounts, TenantId tenant, String typed) {
            return Username.parse(typed).flatMap(username -> accounts.findByUsername(tenant, username));
        }
    };

    private final String word;
    private final String field;

    Identifier(String word, String field) {
        this.word = word;
        this.field = field;
    }

    static Optional<Identifier> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** Its name in the tenant file. */
    String word() {
        return word;
    }

    /** Its field in forms, and what browsers fill in there. */
    String field() {
        return field;
    }

    /** Of an input. */
    String inputType() {
        return this == E_MAIL ? "email" : "text";
    }

    /** Whether it could be one at all. */
    abstract boolean fits(String typed);

    abstract boolean isThatOf(Account account, String typed);

    abstract Optional<Account> find(Accounts accounts, TenantId tenant, String typed);
}
