package org.poterne.passkey;

import java.util.List;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Component;

/** A passkey is made: asked of the browser of a session, and kept once its answer has been verified. */
@Component
class Making {

    private final Accounts accounts;
    private final PasskeyBook book;
    private final Challenges challenges;
    private final Ceremonies ceremonies;
    private final OwnPasskeys own;
    private final PasskeyJson json = new PasskeyJson();

    Making(Accounts accounts, PasskeyBook book, Challenges challenges, Ceremonies ceremonies, OwnPasskeys own) {
        this.accounts = accounts;
        this.book = book;
        this.challenges = challenges;
        this.ceremonies = ceremonies;
        this.own = own;
    }

    /** @return whether there is room for one more */
    boolean begin(Tenant tenant, AccountId account) {
        book.name(tenant.id(), account);
        return hasRoom(tenant, account);
    }

    boolean hasBegun(Tenant tenant, AccountId account) {
        return book.handle(tenant.id(), account).isPresent() && hasRoom(tenant, account);
    }

    private boolean hasRoom(Tenant tenant, AccountId account) {
        return book.of(tenant.id(), account).size() < PasskeyBook.PER_ACCOUNT;
    }

    /** For the page's script; nothing before {@link #begin}, or where passkeys are impossible. */
    Optional<String> question(Tenant tenant, SignedInPerson person) {
        var challenge = Bytes.random();
        return RelyingParty.of(tenant)
                .flatMap(party -> options(tenant, party, person.account(), challenge))
                .map(options -> json.question(challenges.seal(tenant.id(), bond(person), challenge), options));
    }

    AddOutcome add(Tenant tenant, SignedInPerson person, String typedName, PasskeyAnswer answer) {
        if (answer.credential().isEmpty()) {
            return AddOutcome.NOTHING_SENT;
        }
        var name = PasskeyName.parse(typedName);
        if (name.isEmpty()) {
            return AddOutcome.NAME; // the challenge is not spent: the name is mended and the same answer is sent again
        }
        var verified = RelyingParty.of(tenant)
                .flatMap(party -> challenges
                        .spend(tenant.id(), bond(person), answer.challenge())
                        .flatMap(challenge -> options(tenant, party, person.account(), challenge))
                        .flatMap(options -> json.registration(answer.credential())
                                .flatMap(made -> ceremonies.register(tenant, party, options, made))));
        if (verified.isEmpty()) {
            return AddOutcome.REFUSED;
        }
        return own.add(tenant.id(), person, verified.get(), name.get()) ? AddOutcome.ADDED : AddOutcome.FULL;
    }

    /** Those that the account has are not made twice on one authenticator. */
    private Optional<PublicKeyCredentialCreationOptions> options(
            Tenant tenant, RelyingParty party, AccountId account, Bytes challenge) {
        var known = book.of(tenant.id(), account).stream()
                .map(KeptPasskey::descriptor)
                .toList();
        return book.handle(tenant.id(), account)
                .flatMap(handle -> accounts.find(tenant.id(), account)
                        .map(found -> PasskeyOptions.toMake(
                                party, PasskeyOptions.user(tenant, found, handle), challenge, List.copyOf(known))));
    }

    private static PasskeyBond bond(SignedInPerson person) {
        return new PasskeyBond(
                PasskeyPurpose.REGISTRATION,
                person.account().value() + " " + person.session().value());
    }
}
