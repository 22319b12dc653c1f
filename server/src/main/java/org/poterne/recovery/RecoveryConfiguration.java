package org.poterne.recovery;

import com.github.kagkarlsson.scheduler.task.Task;
import java.util.List;
import org.poterne.account.UsernameKnown;
import org.poterne.authenticator.AuthenticatorPolicy;
import org.poterne.lockout.LockoutPolicy;
import org.poterne.profile.ProfileField;
import org.poterne.profile.ProfilePolicy;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantCheck;
import org.poterne.tenant.TenantCheck.Misfit;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.TenantSection;
import org.poterne.tenant.Tenants;
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
                    .filter(name -> Identifier.named(name).isEmpty())
                    .filter(name ->
                            profile.field(name).filter(ProfileField::required).isEmpty())
                    .map(name -> new Misfit(
                            "recovery.procedures",
                            "asks '" + name + "', which is no required field of `profile`.",
                            "Add it to `profile.fields`, without `required: false`, or take it out."))
                    .toList();
        };
    }

    /** Else the page asks for what nobody ever types, and most people were never given. */
    @Bean
    TenantCheck askedUsernamesAreKnown() {
        return file -> file.policy(RecoveryPolicy.class).procedure().identifier() == Identifier.USERNAME
                        && file.settings(UsernameKnown.class).noneMatch(UsernameKnown::isUsernameKnown)
                ? List.of(new Misfit(
                        "recovery.procedures",
                        "asks `username`, by which nobody signs in.",
                        "Ask `e-mail`, or write `identifier: username` under `sign-in`."))
                : List.of();
    }

    /** Else nobody could ever answer. */
    @Bean
    TenantCheck devicesApprove() {
        return file -> file.policy(RecoveryPolicy.class).procedure().isMailed()
                        || file.policy(AuthenticatorPolicy.class).enabled()
                ? List.of()
                : List.of(new Misfit(
                        "recovery.procedures",
                        "asks for an `approval`, and nobody can add an authenticator.",
                        "Write `authenticator: { enabled: true }`, or use `mailed-link`."));
    }

    /** Else the way back would tell what the door keeps to itself. */
    @Bean
    TenantCheck locksAreTold() {
        return file -> file.policy(RecoveryPolicy.class).procedure().confirmsAddress()
                        && !file.policy(LockoutPolicy.class).isExplicit()
                ? List.of(new Misfit(
                        "recovery.procedures",
                        "tells that a name is locked, which `lockout` does not.",
                        "Write `messages: explicit` under `lockout`, or `confirm-address: never`."))
                : List.of();
    }

    @Bean
    WayOut recoveryWayOut(Tenants tenants) {
        return new WayOut("recovery.way-out.", "/recovery", 10, tenant -> asked(tenants, tenant) == Identifier.E_MAIL);
    }

    @Bean
    WayOut recoveryByUsernameWayOut(Tenants tenants) {
        return new WayOut(
                "recovery.username-way-out.", "/recovery", 10, tenant -> asked(tenants, tenant) == Identifier.USERNAME);
    }

    private static Identifier asked(Tenants tenants, TenantId tenant) {
        return tenants.policy(tenant, RecoveryPolicy.class).procedure().identifier();
    }

    @Bean
    Task<?> purgeAttempts(RecoveryAttempts attempts) {
        return Purge.hourly("purge-recovery-attempts", attempts::forgetExpired);
    }
}
