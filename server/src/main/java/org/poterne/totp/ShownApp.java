package org.poterne.totp;

import org.poterne.factor.FactorDay;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;

/** An application on its holder's page. */
public record ShownApp(String id, String name, FactorDay since, FactorDay used) {

    static ShownApp of(Words words, Tenant tenant, TotpApp app) {
        return new ShownApp(
                app.id().toString(),
                app.name(),
                FactorDay.of(words, tenant, app.since()),
                FactorDay.of(words, tenant, app.used()));
    }
}
