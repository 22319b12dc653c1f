package org.poterne.approval;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The calls' bodies, to and fro. What is malformed is no answer. */
@Component
class ApprovalCallBodies {

    private final Tenants tenants;

    ApprovalCallBodies(Tenants tenants) {
        this.tenants = tenants;
    }

    /** What a device says to a request. */
    sealed interface Answer {}

    /** @param proof that its holder has unlocked it for this number */
    record Yes(UUID request, String number, JsonNode proof) implements Answer {}

    record No(UUID request) implements Answer {}

    Optional<Answer> answer(JsonNode body) {
        return id(body.path("request").asString("")).flatMap(id -> switch (body.path("answer")
                .asString("")) {
            case "approve" -> Optional.of(new Yes(id, body.path("number").asString(""), body.path("proof")));
            case "deny" -> Optional.of(new No(id));
            default -> Optional.empty();
        });
    }

    /** All that its holder needs to know whether it is theirs; the number is not among it. */
    Map<String, Object> shown(Tenant tenant, ApprovalRequest request) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("id", request.id().toString());
        shown.put("action", request.action().word());
        shown.put("browser", request.origin().browser().program().shown());
        shown.put("platform", request.origin().browser().platform().shown());
        shown.put("from", request.origin().address().shown());
        shown.put("known", request.isKnown());
        shown.put("at", request.askedAt().toEpochMilli());
        shown.put("expires", request.expiresAt().toEpochMilli());
        shown.put("digits", tenants.policy(tenant.id(), ApprovalPolicy.class).digits());
        return shown;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
