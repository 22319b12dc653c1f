package org.poterne.lockout;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.poterne.account.AccountId;
import org.poterne.device.DeviceId;
import org.poterne.device.KnownDevices;
import org.poterne.key.InstallationKey;
import org.poterne.password.PasswordPolicy;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** Which counters a claim is counted by. The account decides, never the identifier that led to it (Authelia GHSA-m5mf). */
@Component
final class Lanes {

    private static final int CAP = 100; // NIST SP 800-63B-4 §3.2.2
    private static final int CAP_OF_SHORT_PASSWORDS = 20;
    private static final int ATTEMPTS_AT_SHORT_PASSWORDS = 5;

    private final InstallationKey key;
    private final KnownDevices devices;
    private final Tenants tenants;

    Lanes(InstallationKey key, KnownDevices devices, Tenants tenants) {
        this.key = key;
        this.devices = devices;
        this.tenants = tenants;
    }

    /** The strangers' lane, or the one of a device that the account knows (OWASP: device cookies; LO-6). */
    Lane attempts(TenantId tenant, Claim claim) {
        return new Lane(subject(tenant, "attempts", claim, device(tenant, claim)), claim.account(), attempts(tenant));
    }

    /**
     * What the visitor is told of attempts: counted by what was typed, be it an account's or nobody's, since two names that
     * share a count are seen to be one person's.
     */
    Lane shown(TenantId tenant, Claim claim) {
        return shown(tenant, claim.account(), claim.identifier(), device(tenant, claim));
    }

    /**
     * The lanes by which a name is told that it is locked, without asking whose it is: the strangers', and that of this
     * device, which was never counted in unless the name's account knew it.
     */
    List<Lane> shown(TenantId tenant, String typed, Optional<DeviceId> device) {
        var identifier = Claim.canonical(typed);
        return Stream.concat(Stream.of(""), device.map(DeviceId::toString).stream())
                .map(known -> shown(tenant, Optional.empty(), identifier, known))
                .toList();
    }

    private Lane shown(TenantId tenant, Optional<AccountId> account, String identifier, String device) {
        var subject = key.mac("lockout", tenant.value(), "shown", identifier, device);
        return new Lane(HexFormat.of().formatHex(subject), account, attempts(tenant));
    }

    /** All failures in a row, through any lane: at its limit the password is dead until a reset. */
    Lane cap(TenantId tenant, Claim claim) {
        return new Lane(
                subject(tenant, "cap", claim, ""), claim.account(), isShort(tenant) ? CAP_OF_SHORT_PASSWORDS : CAP);
    }

    /**
     * Codes typed for a second factor, by strangers or on a known device. Apart from the password's: whoever knows that one could
     * else begin every five guesses anew (Keycloak CVE-2026-9798; WSTG-ATHN-11).
     */
    Lane factor(TenantId tenant, AccountId account, Optional<DeviceId> device) {
        var claim = Claim.of(account, device);
        return new Lane(
                "factor:" + subject(tenant, "factor", claim, device(tenant, claim)), claim.account(), attempts(tenant));
    }

    /** All wrong codes in a row: at its limit the factor is dead until it is bound anew (NIST SP 800-63B-4 §3.2.2). */
    Lane factorCap(TenantId tenant, AccountId account) {
        var claim = Claim.of(account, Optional.empty());
        return new Lane("factor:" + subject(tenant, "factor cap", claim, ""), claim.account(), CAP);
    }

    private String device(TenantId tenant, Claim claim) {
        return claim.device()
                .filter(id -> claim.account().isPresent()
                        && devices.knows(tenant, claim.account().get(), id))
                .map(DeviceId::toString)
                .orElse("");
    }

    /** Short passwords are guessed sooner, so fewer guesses are given away; no setting takes that back. */
    private int attempts(TenantId tenant) {
        var attempts = tenants.policy(tenant, LockoutPolicy.class).attempts();
        return isShort(tenant) ? Math.min(attempts, ATTEMPTS_AT_SHORT_PASSWORDS) : attempts;
    }

    private boolean isShort(TenantId tenant) {
        return tenants.policy(tenant, PasswordPolicy.class).isBelowFloor();
    }

    private String subject(TenantId tenant, String kind, Claim claim, String device) {
        return HexFormat.of().formatHex(key.mac("lockout", tenant.value(), kind, who(claim), device));
    }

    private static String who(Claim claim) {
        return claim.account().map(account -> "account " + account).orElseGet(() -> "nobody " + claim.identifier());
    }
}
