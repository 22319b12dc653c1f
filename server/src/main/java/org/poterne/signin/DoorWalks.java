package org.poterne.signin;

import java.util.List;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.poterne.walk.Door;
import org.poterne.walk.Entry;
import org.poterne.walk.Step;
import org.poterne.walk.Typed;
import org.poterne.walk.Typed.Known;
import org.poterne.words.Words;
import org.springframework.stereotype.Component;

/** The door, as walks begin there. */
@Component
class DoorWalks implements Door {

    private final Tenants tenants;

    DoorWalks(Tenants tenants) {
        this.tenants = tenants;
    }

    /** A way without a link at the door is on the page of troubles. */
    @Override
    public List<Step> to(String stem, Words words) {
        return words.knows(stem + "link")
                ? List.of(open(words), new Step.Follow(words.say(stem + "link")))
                : List.of(
                        open(words),
                        new Step.Follow(words.say("signin.trouble.link")),
                        new Step.Follow(words.say(stem + "action")));
    }

    @Override
    public List<Step> in(Tenant tenant, Words words) {
        return List.of(open(words), tried(tenant, words, Known.PASSWORD));
    }

    @Override
    public Step tried(Tenant tenant, Words words, Typed password) {
        var identifier = tenants.policy(tenant.id(), SignInPolicy.class).identifier();
        return new Step.Fill(
                List.of(
                        new Entry(
                                words.say("signin.identifier." + identifier.word()),
                                identifier == SignInPolicy.Identifier.USERNAME ? Known.USERNAME : Known.E_MAIL),
                        new Entry(words.say("signin.password"), password)),
                words.say("signin.submit"));
    }

    private static Step open(Words words) {
        return new Step.Open("/sign-in", words.say("walk.page.sign-in"));
    }
}
