package org.poterne.holder;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.poterne.password.PasswordPolicy;
import org.poterne.password.PasswordSentences;
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

/** What holders do on their own pages. */
@Component
class HolderWalks implements WalkTeller {

    private final Tenants tenants;
    private final Door door;

    HolderWalks(Tenants tenants, Door door) {
        this.tenants = tenants;
        this.door = door;
    }

    @Override
    public Stream<Walk> walks(Tenant tenant, Words words) {
        var rules = tenants.policy(tenant.id(), PasswordPolicy.class).announced();
        var steps = new ArrayList<>(door.in(tenant, words));
        steps.add(new Step.Follow(words.say("signin.home.account")));
        steps.add(new Step.Follow(words.say("holder.account.to-password")));
        steps.add(new Step.Fill(
                List.of(
                        new Entry(words.say("holder.current-password"), Known.PASSWORD),
                        new Entry(words.say("holder.password.new"), Known.NEW_PASSWORD),
                        new Entry(words.say("holder.password.confirmation"), Known.NEW_PASSWORD)),
                words.say("holder.password.submit"),
                PasswordSentences.announced(words, rules)));
        steps.add(new Step.Read(words.say("holder.notice.password-changed")));
        return Stream.of(Walk.of(
                new Walk.Name("change-password", "holder.walk."),
                8,
                Given.HOLDER,
                List.of("/account/password", "/account"),
                words,
                steps));
    }
}
