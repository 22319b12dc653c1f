package org.poterne.recovery;

import java.net.URI;
import java.util.List;
import org.poterne.account.UsernameKnown;
import org.poterne.authenticator.AuthenticatorPolicy;
import org.poterne.factor.FactorPolicy;
import org.poterne.lockout.LockoutPolicy;
import org.poterne.passkey.Passkeys;
import org.poterne.profile.ProfileField;
import org.poterne.profile.ProfilePolicy;
import org.poterne.recovery.Proof.Passkey;
import org.poterne.tenant.TenantCheck;
import org.poterne.tenant.TenantCheck.Misfit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a procedure wants of the rest of its tenant file. */
@Configuration(proxyBeanMethods = false)
class RecoveryChecks {

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

    /** Else whoever has none could never get one, and never come back. */
    @Bean
    TenantCheck factorsBehindLinksAreOffered() {
        return file -> file.policy(RecoveryPolicy.class).procedure().proofs().stream()
                .flatMap(proof -> ProofOrder.factor(proof).stream())
                .filter(factor -> !file.policy(FactorPolicy.class).offers(factor))
                .map(_ -> new Misfit(
                        "recovery.procedures",
                        "asks for a factor that nobody may add.",
                        "Name it under `factors.offer`, or take it out of `proofs`."))
                .toList();
    }

    /** Browsers bind a passkey to a name, and to none that travels in clear. */
    @Bean
    TenantCheck passkeysCanBeShown(@Value("${poterne.base-url}") URI install) {
        return file -> file.policy(RecoveryPolicy.class).procedure().proofs().contains(new Passkey())
                        && !Passkeys.arePossibleAt(file.address(install))
                ? List.of(new Misfit(
                        "recovery.procedures",
                        "asks for a `passkey` at an address where no browser has one.",
                        "Give the tenant a host name with https, or use another proof."))
                : List.of();
    }
}
