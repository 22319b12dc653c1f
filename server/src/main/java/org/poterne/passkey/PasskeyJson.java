package org.poterne.passkey;

import java.util.Optional;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What pages and this server say to each other about passkeys. */
final class PasskeyJson {

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    /**
     * @param sealed for the form, beside the answer
     * @param options of Spring's: for the browser
     */
    String question(String sealed, Object options) {
        return json.writeValueAsString(
                json.createObjectNode().put("challenge", sealed).set("options", json.valueToTree(options)));
    }

    Optional<PublicKeyCredential<AuthenticatorAttestationResponse>> registration(String text) {
        return this.<PublicKeyCredential<AuthenticatorAttestationResponse>>read(text, new TypeReference<>() {})
                .filter(PasskeyJson::isNamed)
                .filter(answer -> answer.getResponse() != null
                        && answer.getResponse().getAttestationObject() != null
                        && answer.getResponse().getClientDataJSON() != null);
    }

    Optional<PublicKeyCredential<AuthenticatorAssertionResponse>> assertion(String text) {
        return this.<PublicKeyCredential<AuthenticatorAssertionResponse>>read(text, new TypeReference<>() {})
                .filter(PasskeyJson::isNamed)
                .filter(answer -> answer.getResponse() != null
                        && answer.getResponse().getAuthenticatorData() != null
                        && answer.getResponse().getClientDataJSON() != null
                        && answer.getResponse().getSignature() != null);
    }

    /** Its id is said twice. */
    private static boolean isNamed(PublicKeyCredential<?> answer) {
        return answer.getId() != null
                && answer.getRawId() != null
                && answer.getId().equals(answer.getRawId().toBase64UrlString());
    }

    /** Any text of the outside world. */
    private <T> Optional<T> read(String text, TypeReference<T> type) {
        try {
            return Optional.ofNullable(json.readValue(text, type));
        } catch (JacksonException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
