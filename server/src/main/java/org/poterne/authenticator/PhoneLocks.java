package org.poterne.authenticator;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The phone's own lock, by WebAuthn: user verification is asked for, and the challenge is the digest of the text that is
 * agreed to, so that an unlocking is good for that text alone.
 */
@Component
final class PhoneLocks {

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.ES256),
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.RS256));

    private final Tenants tenants;
    private final AuthenticatorAddress address;
    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);

    PhoneLocks(Tenants tenants, AuthenticatorAddress address) {
        this.tenants = tenants;
        this.address = address;
    }

    /** Which maker's phone it is plays no part: no attestation is asked for. */
    Optional<Registered> register(TenantId tenant, String text, JsonNode registration) {
        if (!isWhole(registration)) {
            return Optional.empty();
        }
        try {
            var told = webAuthn.verifyRegistrationResponseJSON(
                    registration.toString(), new RegistrationParameters(server(tenant, text), ALGORITHMS, true, true));
            return Optional.ofNullable(told.getAttestationObject())
                    .map(object -> object.getAuthenticatorData())
                    .flatMap(data -> Optional.ofNullable(data.getAttestedCredentialData())
                            .map(credential -> new Registered(
                                    new PhoneCredential(credentials.convert(credential)), data.getSignCount())));
        } catch (WebAuthnException | JacksonException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** @return its count of uses, when it was unlocked for this text */
    Optional<Long> verify(TenantId tenant, PhoneCredential credential, String text, JsonNode assertion) {
        if (!isWhole(assertion)) {
            return Optional.empty();
        }
        try {
            var attested = credentials.convert(credential.attested());
            var known = new CredentialRecordImpl(
                    new NoneAttestationStatement(), true, null, null, 0, attested, null, null, null, null);
            var told = webAuthn.verifyAuthenticationResponseJSON(
                    assertion.toString(),
                    new AuthenticationParameters(
                            server(tenant, text), known, List.of(attested.getCredentialId()), true, true));
            return Optional.ofNullable(told.getAuthenticatorData()).map(data -> data.getSignCount());
        } catch (WebAuthnException | JacksonException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Without a response the library stumbles over what it looks for in it. */
    private static boolean isWhole(JsonNode credential) {
        return credential.path("response").isObject();
    }

    private ServerProperty server(TenantId id, String text) {
        var tenant = tenants.get(id);
        return ServerProperty.builder()
                .origin(Origin.create(address.origin(tenant)))
                .rpId(address.host(tenant))
                .challenge(new DefaultChallenge(DeviceKey.sha256(text.getBytes(StandardCharsets.UTF_8))))
                .build();
    }

    /** @param count of its uses so far */
    record Registered(PhoneCredential credential, long count) {}
}
