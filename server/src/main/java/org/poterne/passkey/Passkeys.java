package org.poterne.passkey;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.factor.FactorPolicy;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.ClientAddress;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.stereotype.Component;

/** Passkeys for other modules: whose there are, and one as a proof in a flow of theirs. */
@Component
public class Passkeys {

    private final Tenants tenants;
    private final PasskeyBook book;
    private final Challenges challenges;
    private final Showing showing;
    private final PasskeyJson json = new PasskeyJson();

    Passkeys(Tenants tenants, PasskeyBook book, Challenges challenges, Showing showing) {
        this.tenants = tenants;
        this.book = book;
        this.challenges = challenges;
        this.showing = showing;
    }

    /** Whether a browser could make one for this tenant's pages at all. */
    public boolean arePossible(TenantId tenant) {
        return RelyingParty.of(tenants.get(tenant)).isPresent();
    }

    /** As above, of an address that tenant files are still being read for. */
    public static boolean arePossibleAt(URI address) {
        return RelyingParty.isPossible(address);
    }

    /** Whether people may add one, and come in with it alone. */
    public boolean areOffered(TenantId tenant) {
        return tenants.policy(tenant, FactorPolicy.class).offers(PasskeyFactor.NAME) && arePossible(tenant);
    }

    /** The newest first. */
    public List<Passkey> list(TenantId tenant, AccountId account) {
        return book.of(tenant, account).stream().map(KeptPasskey::passkey).toList();
    }

    public boolean isHeld(TenantId tenant, AccountId account) {
        return book.isHeld(tenant, account);
    }

    /**
     * What a page's script asks the browser, as JSON. It names no passkey, so that it is the same for everybody, and says
     * nothing of whose account a flow is about (WebAuthn L3 §14.6.2).
     *
     * @return nothing where passkeys are impossible
     */
    public Optional<String> challengeFor(Tenant tenant, PasskeyBond bond) {
        return question(tenant, bond, List.of());
    }

    /** Whether this account's passkey answered, once, for this purpose in this flow. Outside any transaction. */
    public ShowOutcome verify(
            Tenant tenant, AccountId account, PasskeyBond bond, PasskeyAnswer answer, ClientAddress from) {
        return showing.show(tenant, bond, answer, from, account::equals);
    }

    /** Whoever has shown the password is told which of their passkeys to take. */
    Optional<String> challengeOf(Tenant tenant, AccountId account, PasskeyBond bond) {
        var own = book.of(tenant.id(), account).stream()
                .map(KeptPasskey::descriptor)
                .toList();
        return question(tenant, bond, own);
    }

    private Optional<String> question(Tenant tenant, PasskeyBond bond, List<PublicKeyCredentialDescriptor> allowed) {
        var challenge = Bytes.random();
        return RelyingParty.of(tenant)
                .map(party -> json.question(
                        challenges.seal(tenant.id(), bond, challenge),
                        PasskeyOptions.toShow(party, challenge, allowed)));
    }
}
