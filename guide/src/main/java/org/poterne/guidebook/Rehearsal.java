package org.poterne.guidebook;

import java.util.List;
import org.poterne.lockout.LockoutPolicy;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.poterne.walk.Door;
import org.poterne.walk.Step;
import org.poterne.walk.Typed.Known;
import org.poterne.walk.Walk;
import org.poterne.words.Words;

/** What must have happened before a walk begins, done through the same pages. */
final class Rehearsal {

    private final WalkedServer server;
    private final Tenant tenant;
    private final Words words;
    private final List<Walk> walks;

    Rehearsal(WalkedServer server, Tenant tenant, Words words, List<Walk> walks) {
        this.server = server;
        this.tenant = tenant;
        this.words = words;
        this.walks = walks;
    }

    void before(Walk walk, Walker walker) {
        switch (walk.given()) {
            case NEWCOMER, HOLDER, ADMINISTRATOR -> {
                // an account, or none, is all they need
            }
            case UNCONFIRMED -> walker.walk(upToTheForm("sign-up"));
            case TWO_TRIES_LEFT -> tries(walker, attempts() - 2);
            case LOCKED -> tries(walker, attempts());
            case PHONE_HOLDER -> walker.walk(named("added-phone").steps());
        }
    }

    /** Signed up, and then the letter of it is not read. */
    private List<Step> upToTheForm(String name) {
        var steps = named(name).steps();
        var end =
                steps.stream().takeWhile(step -> !(step instanceof Step.Letter)).count();
        return steps.subList(0, (int) end);
    }

    private void tries(Walker walker, int times) {
        var door = server.bean(Door.class);
        walker.walk(door.in(tenant, words).subList(0, 1));
        for (var time = 0; time < times; time++) {
            walker.walk(List.of(door.tried(tenant, words, Known.WRONG_PASSWORD)));
        }
    }

    private int attempts() {
        return server.bean(Tenants.class)
                .policy(tenant.id(), LockoutPolicy.class)
                .attempts();
    }

    private Walk named(String name) {
        return walks.stream()
                .filter(walk -> walk.name().value().equals(name))
                .findFirst()
                .orElseThrow(() -> new WalkFailed("no walk '" + name + "' at " + tenant.id()));
    }
}
