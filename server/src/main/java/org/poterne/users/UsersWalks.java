package org.poterne.users;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.poterne.membership.MembershipPolicy;
import org.poterne.profile.ProfilePolicy;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.poterne.walk.Door;
import org.poterne.walk.Entry;
import org.poterne.walk.Step;
import org.poterne.walk.Typed;
import org.poterne.walk.Typed.Known;
import org.poterne.walk.Walk;
import org.poterne.walk.Walk.Given;
import org.poterne.walk.WalkTeller;
import org.poterne.words.Words;
import org.springframework.stereotype.Component;

/** What the administrator of an establishment does about its people. */
@Component
class UsersWalks implements WalkTeller {

    private static final String STEM = "users.walk.";

    private final Tenants tenants;
    private final Door door;

    UsersWalks(Tenants tenants, Door door) {
        this.tenants = tenants;
        this.door = door;
    }

    @Override
    public Stream<Walk> walks(Tenant tenant, Words words) {
        return tenants.policy(tenant.id(), MembershipPolicy.class).isUsed()
                ? Stream.of(newUser(tenant, words), removed(tenant, words), existing(tenant, words))
                : Stream.empty();
    }

    private Walk newUser(Tenant tenant, Words words) {
        var steps = toTheList(tenant, words);
        steps.add(new Step.Follow(words.say("users.list.add")));
        steps.add(new Step.Follow(words.say("users.add.new")));
        var entries = new ArrayList<Entry>();
        tenants.policy(tenant.id(), ProfilePolicy.class)
                .names()
                .forEach(field -> entries.add(new Entry(field.says(words), new Typed.Field(field.name()))));
        entries.add(new Entry(words.say("invitation.new.email"), Known.NEW_COLLEAGUE));
        steps.add(new Step.Fill(entries, words.say("invitation.new.submit")));
        steps.add(new Step.Pick(
                words.say("invitation.rights.legend"),
                someRight(tenant, words),
                words.say("invitation.rights.submit")));
        steps.add(new Step.Read(words.say("invitation.notice.sent")));
        return walk("new-user", 50, words, steps, "/users", "/invitations");
    }

    private Walk removed(Tenant tenant, Words words) {
        var steps = toTheList(tenant, words);
        steps.add(new Step.Follow(words.say("users.list.manage")));
        steps.add(new Step.Follow(words.say("users.remove.title")));
        steps.add(new Step.Press(words.say("users.remove.submit")));
        steps.add(new Step.Read(words.say("users.notice.removed")));
        return walk("removed-user", 52, words, steps);
    }

    private Walk existing(Tenant tenant, Words words) {
        var steps = toTheList(tenant, words);
        steps.add(new Step.Follow(words.say("users.list.add")));
        steps.add(new Step.Follow(words.say("users.add.existing")));
        steps.add(new Step.Fill(
                List.of(
                        new Entry(words.say("access.new.number"), Known.OTHER_ESTABLISHMENT_NUMBER),
                        new Entry(words.say("access.new.email"), Known.OTHER_ESTABLISHMENT_E_MAIL)),
                words.say("access.new.submit")));
        steps.add(new Step.Pick(
                words.say("access.rights.legend"), someRight(tenant, words), words.say("access.rights.submit")));
        steps.add(new Step.Read(words.say("users.asked.title")));
        return walk("other-establishment", 54, words, steps, "/access");
    }

    private List<Step> toTheList(Tenant tenant, Words words) {
        var steps = new ArrayList<>(door.in(tenant, words));
        steps.add(new Step.Follow(words.say("signin.home.account")));
        steps.add(new Step.Follow(words.say("users.room.label")));
        return steps;
    }

    /** The first one that decides over nobody. */
    private List<String> someRight(Tenant tenant, Words words) {
        return tenants.policy(tenant.id(), MembershipPolicy.class).rights().stream()
                .filter(right -> !right.administers())
                .limit(1)
                .map(right -> right.label(words.language()))
                .toList();
    }

    private static Walk walk(String name, int rank, Words words, List<Step> steps, String... pages) {
        return Walk.of(new Walk.Name(name, STEM), rank, Given.ADMINISTRATOR, Arrays.asList(pages), words, steps);
    }
}
