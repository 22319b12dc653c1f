package org.poterne.authenticator;

import java.util.Optional;
import org.poterne.authenticator.EnrolmentAsked.Code.Linked;
import org.poterne.authenticator.EnrolmentAsked.Code.Typed;
import tools.jackson.databind.JsonNode;

/**
 * A phone wants to answer for an account.
 *
 * @param lock what its holder unlocks: {@code kind}, and {@code key} or {@code registration}
 * @param proof that it was unlocked just now
 */
record EnrolmentAsked(Code code, DeviceName name, DeviceKey key, JsonNode lock, JsonNode proof) {

    /** Which account, and that its holder asked for it. */
    sealed interface Code {

        record Linked(String link) implements Code {

            @Override
            public String toString() {
                return "Linked[redacted]";
            }
        }

        record Typed(String identifier, String code) implements Code {

            @Override
            public String toString() {
                return "Typed[redacted]";
            }
        }
    }

    static Optional<EnrolmentAsked> parse(JsonNode body) {
        return DeviceName.parse(CallBody.text(body, "name"))
                .flatMap(name -> DeviceKey.parse(CallBody.text(body, "deviceKey"))
                        .map(key -> new EnrolmentAsked(
                                code(body), name, key, body.path("verification"), body.path("proof"))));
    }

    private static Code code(JsonNode body) {
        return body.has("code")
                ? new Linked(CallBody.text(body, "code"))
                : new Typed(CallBody.text(body, "identifier"), BindingCodes.tidied(CallBody.text(body, "typed")));
    }
}
