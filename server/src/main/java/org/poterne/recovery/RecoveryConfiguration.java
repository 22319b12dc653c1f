package org.poterne.recovery;

import com.github.kagkarlsson.scheduler.task.Task;
import org.poterne.profile.ProfileField;
import org.poterne.profile.ProfilePolicy;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantCheck;
import org.poterne.tenant.TenantCheck.Misfit;
import org.poterne.tenant.TenantSection;
import org.poterne.tenant.WayOut;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecoveryConfiguration {

    @Bean
    TenantSection<RecoveryPolicy> recoverySection() {
        return new TenantSection<>("recovery", RecoveryPolicy.class);
    }

    @Bean
    TenantCheck describedFieldsExist() {
        return file -> {
            var profile = file.policy(ProfilePolicy.class);
            return file.policy(RecoveryPolicy.class).procedure().ask().stream()
                    .filter(name -> !name.equals(RecoveryProcedure.E_MAIL))
                    .filter(name ->
                            profile.field(name).filter(ProfileField::required).isEmpty())
                    .map(name -> new Misfit(
                            "recovery.procedures",
                            "asks '" + name + "', which is no required field of `profile`.",
                            "Add it to `profile.fields`, without `required: false`, or take it out."))
                    .toList();
        };
    }

    @Bean
    WayOut recoveryWayOut() {
        return new WayOut("recovery.way-out.", "/recovery", 10, _ -> true);
    }

    @Bean
    Task<?> purgeAttempts(RecoveryAttempts attempts) {
        return Purge.hourly("purge-recovery-attempts", attempts::forgetExpired);
    }
}
