package org.poterne.invitation;

import com.github.kagkarlsson.scheduler.task.Task;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.session.Room;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InvitationConfiguration {

    @Bean
    TenantSection<InvitationPolicy> invitationSection() {
        return new TenantSection<>("invitation", InvitationPolicy.class);
    }

    /** Open to whoever is awaited somewhere. */
    @Bean
    Room invitationsRoom(Invitations invitations, Accounts accounts) {
        return new Room(
                "invitation.room.",
                "/invitations",
                10,
                (tenant, id) -> accounts.find(tenant, id)
                        .map(Account::email)
                        .filter(email -> !invitations.waitingFor(tenant, email).isEmpty())
                        .isPresent());
    }

    @Bean
    Task<?> purgeInvitations(Invitations invitations) {
        return Purge.hourly("purge-invitations", invitations::forgetOld);
    }
}
