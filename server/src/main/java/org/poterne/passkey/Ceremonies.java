package org.poterne.passkey;

import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Type, origin, relying party, presence and verification of the user, signature and counter, in the order of WebAuthn L3 §7:
 * checked by Spring Security and webauthn4j, against one tenant.
 */
@Component
final class Ceremonies {

    private final PasskeyBook book;
    private final Map<TenantId, WebAuthnRelyingPartyOperations> byTenant = new ConcurrentHashMap<>();

    Ceremonies(PasskeyBook book) {
        this.book = book;
    }

    /** What came of a signature. */
    enum Verdict {
        GOOD,
        BAD,
        /** Good, but for a counter that went backwards. */
        CLONED
    }

    /** @return what is to be kept; nothing when it does not answer these options */
    Optional<CredentialRecord> register(
            Tenant tenant,
            RelyingParty party,
            PublicKeyCredentialCreationOptions options,
            PublicKeyCredential<AuthenticatorAttestationResponse> answer) {
        var request = new ImmutableRelyingPartyRegistrationRequest(options, new RelyingPartyPublicKey(answer, ""));
        try {
            return Optional.of(operations(tenant, party).registerCredential(request));
        } catch (WebAuthnException | JacksonException | IllegalArgumentException _) {
            return Optional.empty(); // whatever a stranger sends is an answer, not a fault
        }
    }

    Verdict verify(
            Tenant tenant,
            RelyingParty party,
            PublicKeyCredentialRequestOptions options,
            PublicKeyCredential<AuthenticatorAssertionResponse> answer) {
        try {
            operations(tenant, party).authenticate(new RelyingPartyAuthenticationRequest(options, answer));
            return Verdict.GOOD;
        } catch (MaliciousCounterValueException _) {
            return Verdict.CLONED;
        } catch (WebAuthnException | JacksonException | IllegalArgumentException _) {
            return Verdict.BAD;
        }
    }

    /** Made once a tenant: each brings readers of its own. */
    private WebAuthnRelyingPartyOperations operations(Tenant tenant, RelyingParty party) {
        return byTenant.computeIfAbsent(
                tenant.id(),
                id -> new Webauthn4JRelyingPartyOperations(
                        new AnyHandle(),
                        new BookedCredentials(id, book),
                        PublicKeyCredentialRpEntity.builder()
                                .id(party.id())
                                .name(party.name())
                                .build(),
                        party.origins()));
    }
}
