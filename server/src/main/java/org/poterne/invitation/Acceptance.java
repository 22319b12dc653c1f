package org.poterne.invitation;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.poterne.account.Account;
import org.poterne.account.Enrolment;
import org.poterne.invitation.AcceptOutcome.Accepted;
import org.poterne.invitation.AcceptOutcome.HasAccount;
import org.poterne.invitation.AcceptOutcome.PasswordRefused;
import org.poterne.invitation.AcceptOutcome.Unusable;
import org.poterne.invitation.AcceptOutcome.UsernameTaken;
import org.poterne.password.HashedPassword;
import org.poterne.password.PasswordOwner;
import org.poterne.password.Passwords;
import org.poterne.tenant.TenantId;
import org.poterne.token.OneTimeToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** From an invitation to access: by its link for somebody new, by being signed in for whoever has an account. */
@Component
class Acceptance {

    private final Invitations invitations;
    private final Granting granting;
    private final NewcomerRows newcomers;
    private final Passwords passwords;
    private final TransactionTemplate transaction;

    Acceptance(
            Invitations invitations,
            Granting granting,
            NewcomerRows newcomers,
            Passwords passwords,
            TransactionTemplate transaction) {
        this.invitations = invitations;
        this.granting = granting;
        this.newcomers = newcomers;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    /**
     * A refused password or username leaves the link good. The hash is computed before the transaction; in it, one of several
     * hands gets the invitation, and account, password and access come about together or not at all.
     */
    AcceptOutcome asNewcomer(TenantId tenant, OneTimeToken token, Newcomer newcomer, Locale language) {
        return invitations
                .look(tenant, token)
                .map(invitation -> judged(tenant, token, invitation, newcomer, language))
                .orElseGet(Unusable::new);
    }

    private AcceptOutcome judged(
            TenantId tenant, OneTimeToken token, Invitation invitation, Newcomer newcomer, Locale language) {
        var invitee = invitation.invitee();
        var broken = passwords.broken(
                tenant,
                newcomer.password(),
                PasswordOwner.newcomer(
                        invitee.email(), Optional.of(newcomer.username()), invitee.givenName(), invitee.familyName()));
        if (!broken.isEmpty()) {
            return new PasswordRefused(broken);
        }
        var hashed = passwords.hash(newcomer.password());
        return decided(() -> granting.spend(tenant, invitation, () -> invitations.spend(tenant, token))
                .map(spent -> enrolled(tenant, spent, newcomer, hashed, language))
                .orElseGet(Unusable::new));
    }

    private AcceptOutcome enrolled(
            TenantId tenant, Invitation spent, Newcomer newcomer, HashedPassword password, Locale language) {
        return switch (newcomers.write(tenant, spent.invitee(), newcomer, password, language)) {
            case Enrolment.Added(var account) -> {
                granting.give(tenant, spent, account);
                yield new Accepted();
            }
            case Enrolment.EmailTaken _ -> new HasAccount();
            case Enrolment.UsernameTaken() -> new UsernameTaken();
        };
    }

    /** The signed-in account is the one that the invitation was sent to, or there is no such invitation. */
    AcceptOutcome asHolder(TenantId tenant, InvitationId id, Account holder) {
        return invitations
                .find(tenant, id)
                .filter(invitation -> invitation.invitee().email().equals(holder.email()))
                .map(invitation -> decided(() -> granting.spend(
                                tenant, invitation, () -> invitations.accept(tenant, id, holder.email()))
                        .<AcceptOutcome>map(spent -> {
                            granting.give(tenant, spent, holder.id());
                            return new Accepted();
                        })
                        .orElseGet(Unusable::new)))
                .orElseGet(Unusable::new);
    }

    /** Whatever is not an acceptance leaves everything as it was. */
    private AcceptOutcome decided(Supplier<AcceptOutcome> decision) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var outcome = decision.get();
            if (!(outcome instanceof Accepted)) {
                status.setRollbackOnly();
            }
            return outcome;
        }));
    }
}
