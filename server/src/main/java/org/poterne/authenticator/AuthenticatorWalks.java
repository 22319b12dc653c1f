package org.poterne.authenticator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.poterne.walk.Door;
import org.poterne.walk.Entry;
import org.poterne.walk.Step;
import org.poterne.walk.Step.Follow;
import org.poterne.walk.Step.OnPhone;
import org.poterne.walk.Step.Read;
import org.poterne.walk.Typed.Known;
import org.poterne.walk.Walk;
import org.poterne.walk.Walk.Given;
import org.poterne.walk.WalkTeller;
import org.poterne.words.Words;
import org.springframework.stereotype.Component;

/** A phone that is added, by the code to type: a camera does the same with the image. */
@Component
class AuthenticatorWalks implements WalkTeller {

    private final Tenants tenants;
    private final Door door;

    AuthenticatorWalks(Tenants tenants, Door door) {
        this.tenants = tenants;
        this.door = door;
    }

    @Override
    public Stream<Walk> walks(Tenant tenant, Words words) {
        if (!tenants.policy(tenant.id(), AuthenticatorPolicy.class).enabled()) {
            return Stream.empty();
        }
        var steps = new ArrayList<>(door.in(tenant, words));
        steps.add(new Follow(words.say("signin.home.account")));
        steps.add(new Follow(words.say("authenticator.room.label")));
        steps.add(new Step.Press(words.say("authenticator.add.title")));
        steps.add(new Read(words.say("authenticator.add.lead")));
        steps.add(new OnPhone(new Step.Open("/authenticator", words.say("walk.page.authenticator"))));
        steps.add(new OnPhone(new Follow(words.say("authenticator.home.add"))));
        steps.add(new OnPhone(new Step.Fill(
                List.of(
                        new Entry(words.say("authenticator.enrol.identifier"), Known.SHOWN_IDENTIFIER),
                        new Entry(words.say("authenticator.enrol.code"), Known.SHOWN_CODE),
                        new Entry(words.say("authenticator.name.label"), Known.DEVICE_NAME),
                        new Entry(words.say("authenticator.pin.new"), Known.PIN),
                        new Entry(words.say("authenticator.pin.again"), Known.PIN)),
                words.say("authenticator.enrol.submit"))));
        steps.add(new OnPhone(new Read(words.say("authenticator.end.added.title"))));
        steps.add(new Read(words.say("authenticator.notice.bound")));
        return Stream.of(Walk.of(
                new Walk.Name("added-phone", "authenticator.walk."),
                9,
                Given.HOLDER,
                List.of("/account/authenticators", "/authenticator"),
                words,
                steps));
    }
}
