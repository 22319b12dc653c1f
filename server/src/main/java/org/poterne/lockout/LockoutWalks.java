package org.poterne.lockout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.poterne.walk.Door;
import org.poterne.walk.Entry;
import org.poterne.walk.Step;
import org.poterne.walk.Typed.Known;
import org.poterne.walk.Walk;
import org.poterne.walk.Walk.Given;
import org.poterne.walk.WalkTeller;
import org.poterne.words.Words;
import org.springframework.stereotype.Component;

/** A lock that a letter opens. Where time alone opens it, there is nothing to walk. */
@Component
class LockoutWalks implements WalkTeller {

    private static final String STEM = "lockout.walk.";

    private final Tenants tenants;
    private final Door door;

    LockoutWalks(Tenants tenants, Door door) {
        this.tenants = tenants;
        this.door = door;
    }

    @Override
    public Stream<Walk> walks(Tenant tenant, Words words) {
        var policy = tenants.policy(tenant.id(), LockoutPolicy.class);
        if (!policy.opensByLetter()) {
            return Stream.empty();
        }
        return policy.isExplicit()
                ? Stream.of(locked(tenant, words, policy), askedAgain(tenant, words))
                : Stream.of(askedAgain(tenant, words));
    }

    private Walk locked(Tenant tenant, Words words, LockoutPolicy policy) {
        var steps = new ArrayList<>(door.in(tenant, words).subList(0, 1));
        steps.add(door.tried(tenant, words, Known.WRONG_PASSWORD));
        steps.add(new Step.Read(words.say("signin.last-try")));
        steps.add(door.tried(tenant, words, Known.WRONG_PASSWORD));
        steps.add(
                new Step.Read(words.say("signin.locked." + policy.opens().name().toLowerCase(Locale.ROOT))));
        steps.addAll(opening(tenant, words));
        return Walk.of(new Walk.Name("locked", STEM), 30, Given.TWO_TRIES_LEFT, List.of("/unlock"), words, steps);
    }

    private Walk askedAgain(Tenant tenant, Words words) {
        var steps = new ArrayList<>(door.to("lockout.way-out.", words));
        steps.add(new Step.Fill(
                List.of(new Entry(words.say("lockout.resend.email"), Known.E_MAIL)),
                words.say("lockout.resend.submit")));
        steps.add(new Step.Read(words.say("lockout.sent.title")));
        steps.addAll(opening(tenant, words));
        return Walk.of(new Walk.Name("unlock-again", STEM), 32, Given.LOCKED, List.of("/unlock/resend"), words, steps);
    }

    private static List<Step> opening(Tenant tenant, Words words) {
        return List.of(
                new Step.Letter(
                        words.say("lockout.letter.subject", "house", tenant.name()),
                        words.say("lockout.letter.button")),
                new Step.Press(words.say("lockout.unlock.submit")),
                new Step.Read(words.say("lockout.notice.unlocked")));
    }
}
