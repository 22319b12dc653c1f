package org.poterne.registration;

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
import org.poterne.walk.Typed;
import org.poterne.walk.Typed.Known;
import org.poterne.walk.Walk;
import org.poterne.walk.Walk.Given;
import org.poterne.walk.WalkTeller;
import org.poterne.words.Words;
import org.springframework.stereotype.Component;

/** Signing up, and each way in which it may stop half-way. */
@Component
class RegistrationWalks implements WalkTeller {

    private static final String STEM = "registration.walk.";

    private final Tenants tenants;
    private final Door door;
    private final SignUpView view;

    RegistrationWalks(Tenants tenants, Door door, SignUpView view) {
        this.tenants = tenants;
        this.door = door;
        this.view = view;
    }

    @Override
    public Stream<Walk> walks(Tenant tenant, Words words) {
        var policy = tenants.policy(tenant.id(), RegistrationPolicy.class);
        if (!policy.open()) {
            return Stream.empty();
        }
        return policy.messages() == RegistrationPolicy.Messages.EXPLICIT
                ? Stream.of(
                        signUp(tenant, words),
                        notReceived(tenant, words),
                        alreadyConfirmed(words),
                        taken(tenant, words))
                : Stream.of(signUp(tenant, words), notReceived(tenant, words));
    }

    private Walk signUp(Tenant tenant, Words words) {
        var steps = new ArrayList<>(door.to("registration.sign-up-way-out.", words));
        steps.add(form(tenant, words));
        steps.add(new Step.Read(words.say("registration.sent.title")));
        steps.addAll(confirming(tenant, words));
        return walk("sign-up", 5, Given.NEWCOMER, "/sign-up", words, steps);
    }

    private Step form(Tenant tenant, Words words) {
        var entries = new ArrayList<Entry>();
        view.asked(tenant, words).forEach(field -> entries.add(new Entry(field.label(), typed(field.name()))));
        entries.add(new Entry(words.say("registration.sign-up.password"), Known.NEW_PASSWORD));
        var rules = tenants.policy(tenant.id(), PasswordPolicy.class).announced();
        return new Step.Fill(
                entries, words.say("registration.sign-up.submit"), PasswordSentences.announced(words, rules));
    }

    private static Typed typed(String field) {
        return switch (field) {
            case "email" -> Known.E_MAIL;
            case "username" -> Known.USERNAME;
            default -> new Typed.Field(field);
        };
    }

    private static List<Step> confirming(Tenant tenant, Words words) {
        return List.of(
                new Step.Letter(
                        words.say("registration.confirm-letter.subject", "house", tenant.name()),
                        words.say("registration.confirm-letter.button")),
                new Step.Press(words.say("registration.confirm.submit")),
                new Step.Read(words.say("registration.notice.confirmed")));
    }

    private Walk notReceived(Tenant tenant, Words words) {
        var steps = new ArrayList<>(askedAgain(words));
        steps.add(new Step.Read(words.say("registration.resent.title")));
        steps.addAll(confirming(tenant, words));
        return walk("not-received", 20, Given.UNCONFIRMED, "/confirm", words, steps);
    }

    private Walk alreadyConfirmed(Words words) {
        var steps = new ArrayList<>(askedAgain(words));
        steps.add(new Step.Read(words.say("registration.resend.already")));
        steps.add(new Step.Follow(words.say("registration.resend.already-way-on")));
        return walk("already-confirmed", 22, Given.HOLDER, "/confirm/resend", words, steps);
    }

    private List<Step> askedAgain(Words words) {
        var steps = new ArrayList<>(door.to("registration.resend-way-out.", words));
        steps.add(new Step.Fill(
                List.of(new Entry(words.say("registration.resend.email"), Known.E_MAIL)),
                words.say("registration.resend.submit")));
        return steps;
    }

    private Walk taken(Tenant tenant, Words words) {
        var steps = new ArrayList<>(door.to("registration.sign-up-way-out.", words));
        steps.add(form(tenant, words));
        steps.add(new Step.Read(words.say("registration.refused.email-taken")));
        steps.add(new Step.Follow(words.say("registration.refused.email-taken-way-on")));
        return walk("taken", 40, Given.HOLDER, "/sign-up/taken", words, steps);
    }

    private static Walk walk(String name, int rank, Given given, String page, Words words, List<Step> steps) {
        return Walk.of(new Walk.Name(name, STEM), rank, given, List.of(page), words, steps);
    }
}
