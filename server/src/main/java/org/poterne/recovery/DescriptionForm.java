package org.poterne.recovery;

import java.util.List;
import java.util.Map;
import org.poterne.profile.FormField;
import org.poterne.profile.ProfileField;
import org.poterne.profile.ProfilePolicy;
import org.poterne.profile.TypedProfile;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.words.Words;
import org.springframework.stereotype.Component;

/** The fields by which a tenant's people describe their account: at the request, and behind the link where it says so. */
@Component
class DescriptionForm {

    private final Tenants tenants;

    DescriptionForm(Tenants tenants) {
        this.tenants = tenants;
    }

    TypedDescription fresh(TenantId tenant) {
        return new TypedDescription(procedure(tenant).identifier(), "", TypedProfile.fresh(asked(tenant)));
    }

    TypedDescription sent(TenantId tenant, Map<String, String> form) {
        var by = procedure(tenant).identifier();
        return new TypedDescription(by, form.getOrDefault(by.field(), ""), TypedProfile.sent(asked(tenant), form));
    }

    /** In the tenant's order. */
    List<FormField> fields(Tenant tenant, Words words, TypedDescription typed, Map<String, String> errors) {
        var profile = tenants.policy(tenant.id(), ProfilePolicy.class);
        return procedure(tenant.id()).ask().stream()
                .map(name -> profile.field(name)
                        .map(field -> FormField.of(field, words, typed.profile(), errors))
                        .orElseGet(() -> identifier(words, typed, errors)))
                .toList();
    }

    private static FormField identifier(Words words, TypedDescription typed, Map<String, String> errors) {
        var by = typed.by();
        var line = FormField.line(
                by.field(),
                words.say("recovery.forgot." + by.field()),
                by.inputType(),
                by.field(),
                typed.identifier(),
                errors.getOrDefault(by.field(), ""));
        var hint = "recovery.forgot." + by.field() + "-hint";
        return words.knows(hint) ? line.withHint(words.say(hint)) : line;
    }

    private List<ProfileField> asked(TenantId tenant) {
        return procedure(tenant).described(tenants.policy(tenant, ProfilePolicy.class));
    }

    private RecoveryProcedure procedure(TenantId tenant) {
        return tenants.policy(tenant, RecoveryPolicy.class).procedure();
    }
}
