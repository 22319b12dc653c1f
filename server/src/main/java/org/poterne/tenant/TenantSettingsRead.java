package org.poterne.tenant;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** All that one tenant file says, as a {@link TenantCheck} sees it: its languages and address, and each module's own settings. */
public final class TenantSettingsRead {

    private final TenantFile organisation;
    private final Map<Class<?>, TenantPolicy> policies;

    TenantSettingsRead(TenantFile organisation, Map<Class<?>, TenantPolicy> policies) {
        this.organisation = organisation;
        this.policies = policies;
    }

    public List<Locale> languages() {
        return organisation.languages();
    }

    /** Where it is reached: at the first of its hosts, or else at this address of the install. */
    public URI address(URI install) {
        return organisation.address(install);
    }

    /** All settings that answer a question, whatever module's they are. */
    public <T> Stream<T> settings(Class<T> question) {
        return policies.values().stream().filter(question::isInstance).map(question::cast);
    }

    public <P extends Record & TenantPolicy> P policy(Class<P> type) {
        var policy = policies.get(type);
        if (policy == null) {
            throw new IllegalArgumentException("no section is read into " + type.getSimpleName());
        }
        return type.cast(policy);
    }
}
