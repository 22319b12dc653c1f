package org.poterne.guidebook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
        var met = met(step, stage, sentence);
        return new Scene(number, where, sentence, met.fields(), met.note(), met.picture());
    }

    /** What a step showed: the words of its marks, what to mind, and the page before it was left. */
    private record Met(List<String> fields, String note, Optional<Picture> picture) {

        static Met pictured(Picture picture) {
            return new Met(List.of(), "", Optional.of(picture));
        }
    }

    private Met met(Step step, Stage stage, String sentence) {
        return switch (step) {
            case Open open -> {
                stage.open(tenant.path(open.path()));
                yield new Met(List.of(), "", Optional.empty());
            }
            case Follow(var link) -> Met.pictured(follow(stage, stage.link(link), sentence));
            case Press(var button) -> Met.pictured(send(stage, List.of(), button, sentence));
            case Fill fill -> filled(stage, fill, sentence);
            case Pick pick -> picked(stage, pick, sentence);
            case Letter(var subject, var link) -> Met.pictured(letter(stage, subject, link, sentence));
            case Read(var said) -> Met.pictured(read(stage, stage.words(said), sentence));
            case OnPhone _ -> throw new WalkFailed("a phone has no phone");
        };
    }

    private Met filled(Stage stage, Fill fill, String sentence) {
        var picture = send(stage, fill(stage, fill.entries()), fill.button(), sentence);
        var labels = fill.entries().stream().map(Entry::label);
        return new Met(marked(labels, fill.button()), fill.note(), Optional.of(picture));
    }

    private Met picked(Stage stage, Pick pick, String sentence) {
        var boxes = pick.boxes().stream().map(stage::box).toList();
        boxes.forEach(Locator::check);
        var picture = send(stage, boxes, pick.button(), sentence);
        return new Met(marked(pick.boxes().stream(), pick.button()), "", Optional.of(picture));
    }

    private static List<String> marked(Stream<String> fields, String button) {
        return Stream.concat(fields, Stream.of(button)).toList();
    }

    private static Picture read(Stage stage, Locator said, String sentence) {
        said.waitFor();
        return Camera.reading(stage.page(), said, sentence);
    }

    private static Picture picture(Stage stage, List<Locator> targets, String sentence) {
        targets.forEach(Locator::waitFor);
        return Camera.pressing(stage.page(), targets, sentence);
    }

    /** The phone's application opens its links in the browser, which is in front from then on. */
    private Picture follow(Stage stage, Locator link, String sentence) {
        var picture = picture(stage, List.of(link), sentence);
        if ("_blank".equals(link.getAttribute("target"))) {
            computer.show(stage.page().context().waitForPage(link::click));
        } else {
            arrive(stage, link);
        }
        return picture;
    }

    /** The form as it is sent. What comes by mail from now on is new. */
    private Picture send(Stage stage, List<Locator> fields, String name, String sentence) {
        var button = stage.button(name);
        var picture =
                picture(stage, Stream.concat(fields.stream(), Stream.of(button)).toList(), sentence);
        lastLetter = server.letters().last();
        arrive(stage, button);
        return picture;
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
