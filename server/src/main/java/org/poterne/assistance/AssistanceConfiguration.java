package org.poterne.assistance;

import com.github.kagkarlsson.scheduler.task.Task;
import org.poterne.agent.DeskPolicy;
import org.poterne.session.Room;
import org.poterne.task.Purge;
import org.poterne.tenant.ContactPage;
import org.poterne.tenant.TenantSection;
import org.poterne.tenant.Tenants;
import org.poterne.tenant.WayOut;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AssistanceConfiguration {

    @Bean
    TenantSection<AssistancePolicy> assistanceSection() {
        return new TenantSection<>("assistance", AssistancePolicy.class);
    }

    @Bean
    ContactPage assistanceContact(Tenants tenants) {
        return new ContactPage(
                "/assistance",
                tenant -> tenants.policy(tenant, DeskPolicy.class).isOpen());
    }

    @Bean
    WayOut assistanceWayOut(Tenants tenants) {
        return new WayOut(
                "assistance.way-out.",
                "/assistance",
                40,
                tenant -> tenants.policy(tenant, DeskPolicy.class).isOpen());
    }

    @Bean
    Room ownAddressRoom(LargeAccounts large) {
        return new Room("assistance.room.", "/assistance/email", 40, large::isLarge);
    }

    @Bean
    Task<?> purgeAssistanceRequests(Requests requests) {
        return Purge.hourly("purge-assistance-requests", requests::forgetOld);
    }
}
