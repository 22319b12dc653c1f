package org.poterne.membership;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.words.Words;
import org.springframework.stereotype.Component;

/** A tenant's rights as boxes, and what was ticked. */
@Component
public class RightsForm {

    private static final String FIELD = "right-";

    private final Tenants tenants;

    RightsForm(Tenants tenants) {
        this.tenants = tenants;
    }

    /**
     * @param ticked those that stand ticked
     * @param open those that may be changed
     */
    public List<RightBox> boxes(TenantId tenant, Words words, Rights ticked, Rights open) {
        return policy(tenant).rights().stream()
                .map(right -> new RightBox(
                        FIELD + right.name(), right.label(words.language()), ticked.has(right), open.has(right)))
                .toList();
    }

    /** All the tenant's rights that were sent, be they offered or not. */
    public Rights sent(TenantId tenant, Map<String, String> form) {
        return policy(tenant)
                .known(form.keySet().stream()
                        .filter(name -> name.startsWith(FIELD))
                        .map(name -> name.substring(FIELD.length()))
                        .collect(Collectors.toSet()));
    }

    public Rights all(TenantId tenant) {
        return policy(tenant).all();
    }

    /** In words, in the tenant's order. */
    public List<String> labels(TenantId tenant, Words words, Rights rights) {
        return policy(tenant).named(rights).stream()
                .map(right -> right.label(words.language()))
                .toList();
    }

    private MembershipPolicy policy(TenantId tenant) {
        return tenants.policy(tenant, MembershipPolicy.class);
    }
}
