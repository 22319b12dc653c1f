package org.poterne.guidebook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.poterne.guidebook.Scene.Where;
import org.poterne.tenant.Tenant;
import org.poterne.walk.Entry;
import org.poterne.walk.Step;
import org.poterne.walk.Step.Fill;
import org.poterne.walk.Step.Follow;
import org.poterne.walk.Step.Letter;
import org.poterne.walk.Step.OnPhone;
import org.poterne.walk.Step.Open;
import org.poterne.walk.Step.Pick;
import org.poterne.walk.Step.Press;
import org.poterne.walk.Step.Read;
import org.poterne.walk.Typed;
import org.poterne.walk.Typed.Known;
import org.poterne.words.Words;

/** Does what a walk tells, in real browsers, as somebody who has nothing but its words; and pictures each step before it is done. */
final class Walker implements AutoCloseable {

    private final WalkedServer server;
    private final Tenant tenant;
    private final Words words;
    private final Hero hero;
    private final Stage computer;
    private final Stage phone;
    private String lastLetter;
    private int wrong;

    Walker(WalkedServer server, Browsers browsers, Tenant tenant, Words words, Hero hero) {
        this.server = server;
        this.tenant = tenant;
        this.words = words;
        this.hero = hero;
        this.computer = new Stage(browsers.open(server.address(), words.language()));
        this.phone = new Stage(browsers.open(server.address(), words.language()));
        this.lastLetter = server.letters().last();
    }

    /** How long something may take to be there, in milliseconds. */
    void isPatientFor(double milliseconds) {
        computer.isPatientFor(milliseconds);
        phone.isPatientFor(milliseconds);
    }

    /** @throws WalkFailed where a page is not what the walk tells */
    List<Scene> walk(List<Step> steps) {
        var scenes = new ArrayList<Scene>();
        var where = Where.IN_BROWSER;
        for (var step : steps) {
            where = where(step, where);
            scenes.add(scene(scenes.size() + 1, step, where));
        }
        return List.copyOf(scenes);
    }

    private static Where where(Step step, Where before) {
        if (step instanceof OnPhone) {
            return Where.ON_PHONE;
        }
        return before == Where.ON_PHONE ? Where.BACK_IN_BROWSER : Where.IN_BROWSER;
    }

    private Scene scene(int number, Step step, Where where) {
        try {
            return step instanceof OnPhone(var there)
                    ? scene(number, there, phone, where)
                    : scene(number, step, computer, where);
        } catch (PlaywrightException | WalkFailed failure) {
            throw new WalkFailed(
                    "%s (%s), step %d: %s%nThe page in front was %s: %s"
                            .formatted(
                                    tenant.id(),
                                    words.language(),
                                    number,
                                    step.sentence(words),
                                    computer.page().url().replaceFirst("\\?.*", ""),
                                    computer.page().title()),
                    failure);
        }
    }

    private Scene scene(int number, Step step, Stage stage, Where where) {
        var sentence = step.sentence(words);
        var fields = new ArrayList<String>();
        var note = "";
        Optional<Picture> picture;
        switch (step) {
            case Open open -> {
                stage.open(tenant.path(open.path()));
                picture = Optional.empty();
            }
            case Follow(var link) -> {
                var target = stage.link(link);
                picture = picture(stage, List.of(target), 0, sentence);
                follow(stage, target);
            }
            case Press(var button) -> {
                var target = stage.button(button);
                picture = picture(stage, List.of(target), 0, sentence);
                send(stage, target);
            }
            case Fill(var entries, var button, var said) -> {
                var targets = new ArrayList<>(fill(stage, entries));
                targets.add(stage.button(button));
                picture = picture(stage, targets, targets.size() - 1, sentence);
                send(stage, targets.getLast());
                entries.forEach(entry -> fields.add(entry.label()));
                fields.add(button);
                note = said;
            }
            case Pick pick -> {
                var targets =
                        new ArrayList<>(pick.boxes().stream().map(stage::box).toList());
                targets.forEach(Locator::check);
                targets.add(stage.button(pick.button()));
                picture = picture(stage, targets, targets.size() - 1, sentence);
                send(stage, targets.getLast());
                fields.addAll(pick.boxes());
                fields.add(pick.button());
            }
            case Letter(var subject, var link) -> picture = Optional.of(letter(stage, subject, link, sentence));
            case Read(var said) -> {
                var target = stage.words(said);
                target.waitFor();
                picture = Optional.of(Camera.reading(stage.page(), target, sentence));
            }
            case OnPhone _ -> throw new WalkFailed("a phone has no phone");
        }
        return new Scene(number, where, sentence, List.copyOf(fields), note, picture);
    }

    private static Optional<Picture> picture(Stage stage, List<Locator> targets, int pressed, String sentence) {
        targets.forEach(Locator::waitFor);
        return Optional.of(Camera.take(stage.page(), targets, pressed, sentence));
    }

    /** The phone's application opens its links in the browser, which is in front from then on. */
    private void follow(Stage stage, Locator link) {
        if ("_blank".equals(link.getAttribute("target"))) {
            computer.show(stage.page().context().waitForPage(link::click));
            return;
        }
        arrive(stage, link);
    }

    /** What comes by mail from now on is new. */
    private void send(Stage stage, Locator button) {
        lastLetter = server.letters().last();
        arrive(stage, button);
    }

    /** The phone's application is one page. */
    private void arrive(Stage stage, Locator target) {
        if (stage == phone) {
            target.click();
        } else {
            stage.andArrive(target::click);
        }
    }

    private List<Locator> fill(Stage stage, List<Entry> entries) {
        var targets = new ArrayList<Locator>();
        for (var entry : entries) {
            var field = entry.typed() == Known.CHARACTERS ? Eyes.field(stage.page()) : stage.field(entry.label());
            field.waitFor();
            type(stage, field, entry.typed());
            targets.add(field);
        }
        answerWhatIsAskedBesides(stage.page(), entries);
        return targets;
    }

    /** A question that comes after failures is no part of the procedure, and in the way all the same. */
    private void answerWhatIsAskedBesides(Page page, List<Entry> entries) {
        var question = Eyes.field(page);
        if (entries.stream().noneMatch(entry -> entry.typed() == Known.CHARACTERS) && question.count() == 1) {
            question.fill(new Eyes(server).characters(page));
        }
    }

    private void type(Stage stage, Locator field, Typed typed) {
        if ("SELECT".equals(field.evaluate("field => field.tagName"))) {
            if (typed instanceof Typed.Field(var name)) {
                field.selectOption(hero.profile().getOrDefault(name, ""));
            }
            return;
        }
        if (typed instanceof Typed.Field && !field.inputValue().isEmpty()) {
            return; // a list with a search keeps what was preselected
        }
        field.fill(value(stage, typed));
    }

    private String value(Stage stage, Typed typed) {
        return switch (typed) {
            case Typed.Field(var name) -> hero.profile().getOrDefault(name, "");
            case Known.E_MAIL -> hero.email().given();
            case Known.USERNAME -> hero.username();
            case Known.PASSWORD -> Hero.PASSWORD;
            case Known.WRONG_PASSWORD -> "un autre mot " + wrong++;
            case Known.NEW_PASSWORD -> Hero.NEW_PASSWORD;
            case Known.CHARACTERS -> new Eyes(server).characters(stage.page());
            case Known.NUMBER ->
                computer.page().locator(".approval .number").innerText().replaceAll("\\D", "");
            case Known.PIN -> Hero.PIN;
            case Known.DEVICE_NAME -> words.say("guidebook.device");
            case Known.SHOWN_IDENTIFIER ->
                computer.page().locator(".steps .address").nth(1).innerText();
            case Known.SHOWN_CODE -> computer.page().locator("#code").innerText();
            case Known.NEW_COLLEAGUE -> hero.colleague().given();
            case Known.OTHER_ESTABLISHMENT_NUMBER -> hero.elsewhere().number();
            case Known.OTHER_ESTABLISHMENT_E_MAIL -> hero.elsewhere().email();
        };
    }

    /** As it was received, in the mailbox of the walked server; its link is then opened where the walk began. */
    private Picture letter(Stage stage, String subject, String link, String sentence) {
        var id = server.letters().await(hero.email(), subject, lastLetter);
        stage.open("/mailbox/" + id + "/html");
        var target = stage.link(link);
        target.waitFor();
        var picture = Camera.letter(stage.page(), target, sentence);
        stage.open(target.getAttribute("href"));
        return picture;
    }

    @Override
    public void close() {
        computer.close();
        phone.close();
    }
}
