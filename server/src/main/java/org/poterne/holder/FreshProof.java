package org.poterne.holder;

import java.time.Duration;
import org.poterne.holder.ChangeOutcome.Reason;
import org.poterne.session.Sessions;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/** The password once more, for what a session left open may not do. Wrong ones are counted with those at the door. */
@Component
class FreshProof {

    private final OwnPassword ownPassword;
    private final Sessions sessions;

    FreshProof(OwnPassword ownPassword, Sessions sessions) {
        this.ownPassword = ownPassword;
        this.sessions = sessions;
    }

    sealed interface Verdict {

        record Proved() implements Verdict {}

        /** @param reason key of its sentence */
        record Refused(String reason) implements Verdict {}

        record TooOften(Duration pause) implements Verdict {}
    }

    Verdict judge(TenantId tenant, SignedInPerson person, TypedPassword typed) {
        return switch (ownPassword.confirm(tenant, person.account(), typed)) {
            case Confirmation.Right _ -> {
                sessions.proved(tenant, person.session());
                yield new Verdict.Proved();
            }
            case Confirmation.Wrong() -> new Verdict.Refused(Reason.WRONG.key());
            case Confirmation.Locked() -> new Verdict.Refused(Reason.LOCKED.key());
            case Confirmation.TooOften(var pause) -> new Verdict.TooOften(pause);
        };
    }
}
