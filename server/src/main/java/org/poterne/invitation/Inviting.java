package org.poterne.invitation;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.invitation.Invitations.Draft;
import org.poterne.invitation.InviteOutcome.AlreadyInvited;
import org.poterne.invitation.InviteOutcome.AlreadyThere;
import org.poterne.invitation.InviteOutcome.BeyondOwnRights;
import org.poterne.invitation.InviteOutcome.Done;
import org.poterne.invitation.InviteOutcome.Gone;
import org.poterne.invitation.InviteOutcome.TooOften;
import org.poterne.membership.Administrator;
import org.poterne.membership.EstablishmentId;
import org.poterne.membership.Memberships;
import org.poterne.tenant.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an administrator does with invitations. What they hold is read while nobody can change it, in the transaction that
 * grants no more than that (attacks: Keycloak #31641, CVE-2026-16072).
 */
@Component
class Inviting {

    private final Invitations invitations;
    private final InvitationLetters letters;
    private final Memberships memberships;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    Inviting(
            Invitations invitations,
            InvitationLetters letters,
            Memberships memberships,
            Accounts accounts,
            ApplicationEventPublisher events) {
        this.invitations = invitations;
        this.letters = letters;
        this.memberships = memberships;
        this.accounts = accounts;
        this.events = events;
    }

    /** Known to the tenant or not, the address is invited alike; only its letter tells (DA-4 of the requirements). */
    @Transactional
    public InviteOutcome invite(TenantId tenant, Administrator by, Draft draft, Locale language) {
        return deciding(tenant, by, administrator -> {
            if (!administrator.mayGrant(draft.rights())) {
                return new BeyondOwnRights();
            }
            if (isThere(tenant, administrator.establishment().id(), draft)) {
                return new AlreadyThere();
            }
            return letters.spend(tenant, account(by), draft.invitee().email())
                    .<InviteOutcome>map(TooOften::new)
                    .orElseGet(() -> add(tenant, administrator, draft, language));
        });
    }

    private InviteOutcome add(TenantId tenant, Administrator by, Draft draft, Locale language) {
        var establishment = Optional.of(by.establishment().id());
        return invitations
                .add(tenant, establishment, Optional.of(account(by)), draft, letters.expiry(tenant))
                .<InviteOutcome>map(invitation -> {
                    letters.owe(tenant, invitation, language);
                    return new Done();
                })
                .orElseGet(AlreadyInvited::new);
    }

    /** A fresh link in a fresh letter; it waits as long as a new one. Whoever sends it again answers for what it grants. */
    @Transactional
    public InviteOutcome sendAgain(TenantId tenant, Administrator by, InvitationId id, Locale language) {
        return decidingOf(tenant, by, id, (administrator, invitation) -> {
            if (!administrator.mayGrant(invitation.rights())) {
                return new BeyondOwnRights();
            }
            return letters.spend(tenant, account(by), invitation.invitee().email())
                    .<InviteOutcome>map(TooOften::new)
                    .orElseGet(() -> {
                        invitations.renew(tenant, administrator, id, letters.expiry(tenant));
                        letters.owe(tenant, id, language);
                        return new Done();
                    });
        });
    }

    @Transactional
    public InviteOutcome withdraw(TenantId tenant, Administrator by, InvitationId id) {
        return decidingOf(tenant, by, id, (administrator, invitation) -> {
            if (!administrator.mayRemove(invitation.rights())) {
                return new BeyondOwnRights();
            }
            invitations.withdraw(tenant, id);
            events.publishEvent(new InvitationWithdrawn(tenant, id.value(), account(by)));
            return new Done();
        });
    }

    private InviteOutcome deciding(TenantId tenant, Administrator by, Function<Administrator, InviteOutcome> decision) {
        return memberships
                .deciding(tenant, by.establishment().id(), account(by))
                .map(decision)
                .orElseGet(Gone::new);
    }

    private interface Decision {
        InviteOutcome of(Administrator administrator, Invitation invitation);
    }

    /** One of another establishment is none. */
    private InviteOutcome decidingOf(TenantId tenant, Administrator by, InvitationId id, Decision decision) {
        return deciding(
                tenant,
                by,
                administrator -> invitations
                        .find(tenant, id)
                        .filter(invitation -> invitation
                                .establishment()
                                .equals(Optional.of(
                                        administrator.establishment().id())))
                        .map(invitation -> decision.of(administrator, invitation))
                        .orElseGet(Gone::new));
    }

    private boolean isThere(TenantId tenant, EstablishmentId establishment, Draft draft) {
        return accounts.findByEmail(tenant, draft.invitee().email())
                .flatMap(account -> memberships.find(tenant, establishment, account.id()))
                .isPresent();
    }

    private static AccountId account(Administrator administrator) {
        return administrator.own().account();
    }
}
