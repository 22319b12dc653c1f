package org.poterne.passkey;

import java.util.List;
import org.poterne.account.Account;
import org.poterne.tenant.Tenant;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutableAuthenticationExtensionsClientInputs;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;

/**
 * What a browser is asked for. The user is always verified, by a PIN, a finger or a face: a passkey is then two factors in
 * one (NIST SP 800-63B-4 §3.1.7). No maker's certificate is wanted: it would tell which device it is.
 */
final class PasskeyOptions {

    private PasskeyOptions() {}

    static PublicKeyCredentialCreationOptions toMake(
            RelyingParty party,
            PublicKeyCredentialUserEntity user,
            Bytes challenge,
            List<PublicKeyCredentialDescriptor> known) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(PublicKeyCredentialRpEntity.builder()
                        .id(party.id())
                        .name(party.name())
                        .build())
                .user(user)
                .challenge(challenge)
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.RS256)
                .timeout(Challenges.LIFE)
                .excludeCredentials(known)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.PREFERRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .extensions(new ImmutableAuthenticationExtensionsClientInputs(List.of()))
                .build();
    }

    /** @param allowed none: whichever the browser has for this host, so that nobody's are told (WebAuthn L3 §14.6.2) */
    static PublicKeyCredentialRequestOptions toShow(
            RelyingParty party, Bytes challenge, List<PublicKeyCredentialDescriptor> allowed) {
        return PublicKeyCredentialRequestOptions.builder()
                .rpId(party.id())
                .challenge(challenge)
                .timeout(Challenges.LIFE)
                .allowCredentials(allowed)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
    }

    /**
     * What the browser's list says. Tenants of one host share that list: there, the name says whose it is.
     *
     * @param handle the only part that comes back
     */
    static PublicKeyCredentialUserEntity user(Tenant tenant, Account account, Bytes handle) {
        var name = account.username()
                .map(username -> username.given())
                .orElseGet(() -> account.email().given());
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle)
                .name(tenant.hasHost() ? name : name + " (" + tenant.name() + ")")
                .displayName(account.fullName())
                .build();
    }
}
