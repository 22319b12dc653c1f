package org.poterne.demo;

import java.lang.management.ManagementFactory;
import org.poterne.account.EmailAddress;
import org.poterne.tenant.Tenants;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** What a newcomer reads when the demo is up: where it is, and the one next step. */
final class DemoGreeting {

    private final Tenants tenants;

    DemoGreeting(Tenants tenants) {
        this.tenants = tenants;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        var tenant = tenants.all().stream()
                .filter(candidate -> SamplePeople.first(candidate).isPresent())
                .findFirst()
                .orElse(tenants.all().getFirst());
        System.out.printf(
                """

                  Poterne is open, %.1f s after its start.

                  Address   %s/
                  Next      open %s
                            and choose « Mot de passe oublié » for %s
                  Letters   %s/mailbox

                  Ctrl-C stops everything it started; what you did is kept for the next start.
                %n""",
                ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0,
                tenants.baseUrl(),
                tenant.link("/sign-in"),
                SamplePeople.first(tenant).map(EmailAddress::given).orElse("your account"),
                tenants.baseUrl());
    }
}
