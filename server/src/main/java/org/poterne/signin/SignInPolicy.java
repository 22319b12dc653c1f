package org.poterne.signin;

import org.poterne.tenant.Setting;
import org.poterne.tenant.TenantPolicy;

/** How a tenant's people say who they are. */
record SignInPolicy(
        @Setting(value = "What identifies an account.", fallback = "e-mail")
        Identifier identifier) implements TenantPolicy {

    /** What is typed beside the password. */
    enum Identifier {
        E_MAIL
    }
}
