package org.poterne.passkey;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.poterne.account.AccountId;
import org.poterne.passkey.ShowOutcome.Refused;
import org.poterne.passkey.ShowOutcome.Shown;
import org.poterne.passkey.ShowOutcome.TooOften;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.ClientAddress;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.stereotype.Component;

/** Whether what a browser sent was signed for this, just now, by a passkey of this tenant; and whose it is. */
@Component
class Showing {

    private final Challenges challenges;
    private final PasskeyBook book;
    private final Ceremonies ceremonies;
    private final WrongAnswers budget;
    private final Refusals refusals;
    private final PasskeyJson json = new PasskeyJson();

    Showing(Challenges challenges, PasskeyBook book, Ceremonies ceremonies, WrongAnswers budget, Refusals refusals) {
        this.challenges = challenges;
        this.book = book;
        this.ceremonies = ceremonies;
        this.budget = budget;
        this.refusals = refusals;
    }

    /**
     * Outside any transaction: a challenge that was answered stays answered.
     *
     * @param whose somebody else's good passkey proves nothing, and is counted as a wrong answer
     */
    ShowOutcome show(
            Tenant tenant, PasskeyBond bond, PasskeyAnswer answer, ClientAddress from, Predicate<AccountId> whose) {
        var pause = budget.hold(tenant.id(), from);
        if (pause.isPresent()) {
            return new TooOften(pause.get());
        }
        var shown = RelyingParty.of(tenant).flatMap(party -> shown(tenant, party, bond, answer, from, whose));
        if (shown.isPresent()) {
            budget.right(tenant.id(), from);
            return new Shown(shown.get());
        }
        budget.wrong(tenant.id(), from);
        return new Refused();
    }

    private Optional<AccountId> shown(
            Tenant tenant,
            RelyingParty party,
            PasskeyBond bond,
            PasskeyAnswer answer,
            ClientAddress from,
            Predicate<AccountId> whose) {
        return challenges.spend(tenant.id(), bond, answer.challenge()).flatMap(challenge -> {
            var signed = json.assertion(answer.credential());
            var kept = signed.flatMap(what -> book.find(tenant.id(), what.getRawId()));
            var shown = signed.flatMap(what -> kept.filter(passkey -> isOf(passkey, what))
                    .filter(passkey -> whose.test(passkey.account()))
                    .filter(passkey -> isSigned(tenant, party, challenge, passkey, what))
                    .map(KeptPasskey::account));
            if (shown.isEmpty()) {
                refusals.refused(tenant.id(), kept.map(KeptPasskey::account), from);
            }
            return shown;
        });
    }

    /** An authenticator that says whose passkey it is says it rightly (WebAuthn L3 §7.2 step 6). */
    private static boolean isOf(KeptPasskey passkey, PublicKeyCredential<AuthenticatorAssertionResponse> answer) {
        var handle = answer.getResponse().getUserHandle();
        return handle == null || handle.equals(passkey.credential().getUserEntityUserId());
    }

    private boolean isSigned(
            Tenant tenant,
            RelyingParty party,
            Bytes challenge,
            KeptPasskey passkey,
            PublicKeyCredential<AuthenticatorAssertionResponse> answer) {
        var options = PasskeyOptions.toShow(party, challenge, List.of());
        return switch (ceremonies.verify(tenant, party, options, answer)) {
            case GOOD ->
                isNext(tenant.id(), passkey, Signed.read(answer.getResponse().getAuthenticatorData()));
            case BAD -> false;
            case CLONED -> refuseClone(tenant.id(), passkey);
        };
    }

    /** Spring compares the counter with the one of the registration: the last one is kept here, and decides. */
    private boolean isNext(TenantId tenant, KeptPasskey passkey, Signed signed) {
        return book.used(tenant, passkey.passkey().id(), signed)
                || (signed.isBehind(passkey.credential().getSignatureCount()) && refuseClone(tenant, passkey));
    }

    /** Its holder is told, and it opens nothing. */
    private boolean refuseClone(TenantId tenant, KeptPasskey passkey) {
        refusals.cloned(tenant, passkey.account());
        return false;
    }
}
