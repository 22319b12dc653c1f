package org.poterne.recovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

/** A tenant's way back in, proof by proof, as its people take it. */
@Component
class RecoveryWalks implements WalkTeller {

    private static final String STEM = "recovery.walk.";

    private final Tenants tenants;
    private final Door door;
    private final DescriptionForm form;

    RecoveryWalks(Tenants tenants, Door door, DescriptionForm form) {
        this.tenants = tenants;
        this.door = door;
        this.form = form;
    }

    @Override
    public Stream<Walk> walks(Tenant tenant, Words words) {
        var procedure = tenants.policy(tenant.id(), RecoveryPolicy.class).procedure();
        return procedure.confirmsAddress()
                ? Stream.of(forgotten(tenant, words, procedure), blocked(tenant, words, procedure))
                : Stream.of(forgotten(tenant, words, procedure));
    }

    private Walk forgotten(Tenant tenant, Words words, RecoveryProcedure procedure) {
        return Walk.of(
                new Walk.Name("forgotten-password", STEM),
                10,
                procedure.isMailed() ? Given.HOLDER : Given.PHONE_HOLDER,
                List.of("/recovery", "/sign-in"),
                words,
                procedure.isMailed() ? byLetter(tenant, words, procedure) : byPhone(tenant, words, procedure));
    }

    private List<Step> byLetter(Tenant tenant, Words words, RecoveryProcedure procedure) {
        var steps = new ArrayList<>(toTheRequest(words, procedure));
        steps.add(request(tenant, words, procedure));
        steps.add(new Step.Read(words.say("recovery.sent.title")));
        steps.addAll(throughTheLetter(tenant, words, procedure));
        return steps;
    }

    /** A name that wrong passwords have locked: its address is confirmed before the letter goes. */
    private Walk blocked(Tenant tenant, Words words, RecoveryProcedure procedure) {
        var steps = new ArrayList<>(toTheRequest(words, procedure));
        steps.add(request(tenant, words, procedure));
        steps.add(new Step.Read(words.say("recovery.blocked.title")));
        steps.add(new Step.Press(words.say("recovery.blocked.submit")));
        steps.addAll(throughTheLetter(tenant, words, procedure));
        return Walk.of(new Walk.Name("blocked", STEM), 12, Given.LOCKED, List.of("/recovery/blocked"), words, steps);
    }

    private List<Step> toTheRequest(Words words, RecoveryProcedure procedure) {
        return door.to(
                switch (procedure.identifier()) {
                    case E_MAIL -> "recovery.way-out.";
                    case USERNAME -> "recovery.username-way-out.";
                },
                words);
    }

    private Step request(Tenant tenant, Words words, RecoveryProcedure procedure) {
        var entries = new ArrayList<>(described(tenant, words));
        if (procedure.asksChallenge()) {
            entries.add(new Entry(words.say("challenge.question.label"), Known.CHARACTERS));
        }
        var note = procedure.asksProfile() ? words.say("recovery.forgot.same-way") : "";
        return new Step.Fill(entries, words.say("recovery.forgot.submit"), note);
    }

    /** The fields of the form itself. */
    private List<Entry> described(Tenant tenant, Words words) {
        return form.fields(tenant, words, form.fresh(tenant.id()), Map.of()).stream()
                .map(field -> new Entry(field.label(), typed(field.name())))
                .toList();
    }

    private static Typed typed(String field) {
        return Arrays.stream(Identifier.values())
                .filter(by -> by.field().equals(field))
                .findFirst()
                .<Typed>map(by -> switch (by) {
                    case E_MAIL -> Known.E_MAIL;
                    case USERNAME -> Known.USERNAME;
                })
                .orElseGet(() -> new Typed.Field(field));
    }

    private List<Step> throughTheLetter(Tenant tenant, Words words, RecoveryProcedure procedure) {
        var steps = new ArrayList<Step>();
        steps.add(new Step.Letter(
                words.say("recovery.letter.subject", "house", tenant.name()), words.say("recovery.letter.button")));
        procedure.proofs().forEach(proof -> behindTheLink(words, proof).forEach(steps::add));
        steps.add(choose(tenant, words, procedure, procedure.asksAgain() ? described(tenant, words) : List.of()));
        steps.add(new Step.Read(words.say("recovery.notice.password-reset")));
        return steps;
    }

    /** What a proof asks on a page of its own between the letter and the new password. */
    private static Stream<Step> behindTheLink(Words words, Proof proof) {
        return switch (proof) {
            case Proof.Totp _, Proof.RecoveryCode _ ->
                Stream.of(new Step.Fill(
                        List.of(new Entry(words.say("recovery.code.label"), Known.SHOWN_CODE)),
                        words.say("recovery.code.submit")));
            case Proof.Passkey _ -> Stream.of(new Step.Press(words.say("recovery.passkey.action")));
            case Proof.MailedLink _, Proof.MatchingProfile _, Proof.Challenge _, Proof.Approval _ -> Stream.empty();
        };
    }

    /** Begun in the authenticator, which knows whose account it is. */
    private List<Step> byPhone(Tenant tenant, Words words, RecoveryProcedure procedure) {
        return List.of(
                new Step.OnPhone(new Step.Open("/authenticator", words.say("walk.page.authenticator"))),
                new Step.OnPhone(new Step.Follow(tenant.name())),
                new Step.OnPhone(new Step.Follow(words.say("authenticator.profile.password"))),
                new Step.Follow(words.say("recovery.way-out.link")),
                image(words),
                new Step.Press(words.say("approval.send")),
                new Step.Read(words.say("approval.pending.lead")),
                new Step.OnPhone(new Step.Fill(
                        List.of(
                                new Entry(words.say("authenticator.request.number"), Known.NUMBER),
                                new Entry(words.say("authenticator.pin.label"), Known.PIN)),
                        words.say("authenticator.request.yes"))),
                new Step.Read(words.say("recovery.choose.title")),
                choose(tenant, words, procedure, List.of()),
                new Step.Read(words.say("recovery.notice.password-reset")));
    }

    private static Step image(Words words) {
        return new Step.Fill(
                List.of(new Entry(words.say("challenge.question.label"), Known.CHARACTERS)),
                words.say("recovery.forgot.next"));
    }

    private Step choose(Tenant tenant, Words words, RecoveryProcedure procedure, List<Entry> described) {
        var entries = new ArrayList<>(described);
        entries.add(new Entry(words.say("recovery.choose.password"), Known.NEW_PASSWORD));
        if (procedure.newPassword() == RecoveryProcedure.Typed.TWICE) {
            entries.add(new Entry(words.say("recovery.choose.confirmation"), Known.NEW_PASSWORD));
        }
        var rules = tenants.policy(tenant.id(), PasswordPolicy.class).announced();
        return new Step.Fill(entries, words.say("recovery.choose.submit"), PasswordSentences.announced(words, rules));
    }
}
