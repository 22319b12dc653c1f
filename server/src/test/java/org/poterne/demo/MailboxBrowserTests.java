package org.poterne.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.poterne.house.Browser;
import org.poterne.house.House;
import org.poterne.house.Person;

/** The demo's mailbox, where a newcomer finds the link. */
class MailboxBrowserTests {

    private static final House HOUSE = House.demo().withFreshBudgets();

    @Test
    void aLetterIsFoundOpenedAndItsLinkFollowedByClicks() {
        var camille = HOUSE.person("gimic");
        ask(camille);
        try (var browser = Browser.phone(HOUSE)) {
            browser.open("/");
            browser.link("Messagerie de démonstration").click();
            browser.seesHeading("Messagerie de démonstration");
            letters(browser)
                    .filter(new Locator.FilterOptions().setHasText(camille.email()))
                    .getByRole(AriaRole.LINK)
                    .click();
            browser.seesHeading("Changer votre mot de passe GIMIC");
            assertThat(browser.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Version texte")))
                    .containsText("Changer mon mot de passe");

            var opened = browser.context()
                    .waitForPage(() -> html(browser)
                            .getByRole(
                                    AriaRole.LINK,
                                    new FrameLocator.GetByRoleOptions().setName("Changer mon mot de passe"))
                            .click());
            assertThat(opened.getByLabel("Nouveau mot de passe *")).isVisible();
            assertThat(opened.url()).isEqualTo(HOUSE.address() + "/gimic/recovery/password");
        }
    }

    @Test
    void theLinkInClearWorksInBothVersions() {
        var camille = HOUSE.person("gimic");
        var link = ask(camille);
        try (var browser = Browser.desktop(HOUSE)) {
            browser.open("/mailbox");
            letters(browser)
                    .filter(new Locator.FilterOptions().setHasText(camille.email()))
                    .getByRole(AriaRole.LINK)
                    .click();
            var opened = browser.context()
                    .waitForPage(() -> html(browser).getByText(link).click());
            assertThat(opened.getByLabel("Nouveau mot de passe *")).isVisible();

            browser.page()
                    .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Version texte"))
                    .getByRole(AriaRole.LINK)
                    .click();
            browser.seesHeading("Changer votre mot de passe");
        }
    }

    @Test
    void tenLettersLieInTheOrderOfTheirComing() {
        var mailbox = HOUSE.bean(DemoMailbox.class);
        IntStream.rangeClosed(1, 10).forEach(number -> mailbox.deliver(letter("Lettre " + number)));
        try (var browser = Browser.phone(HOUSE)) {
            browser.open("/mailbox");
            var subjects =
                    letters(browser).getByRole(AriaRole.LINK).locator("strong").allInnerTexts();
            assertThat(subjects.subList(0, 10))
                    .containsExactly(IntStream.iterate(10, number -> number - 1)
                            .limit(10)
                            .mapToObj(number -> "Lettre " + number)
                            .toArray(String[]::new));
        }
    }

    private static Locator letters(Browser browser) {
        return browser.page().getByRole(AriaRole.MAIN).getByRole(AriaRole.LISTITEM);
    }

    private static FrameLocator html(Browser browser) {
        return browser.page().frameLocator("iframe");
    }

    private static String ask(Person person) {
        var visitor = HOUSE.visitor();
        visitor.submit(visitor.get("/gimic/recovery"), Map.of("email", person.email()));
        return person.mailbox().next().link().toString();
    }

    private static MimeMessage letter(String subject) {
        try {
            var letter = new MimeMessage(Session.getInstance(new Properties()));
            letter.setFrom(new InternetAddress("no-reply@poterne.example"));
            letter.setRecipient(Message.RecipientType.TO, new InternetAddress("camille.martin@example.org"));
            letter.setSubject(subject);
            letter.setSentDate(Date.from(Instant.now()));
            letter.setContent(new MimeMultipart("alternative", text(subject, "plain"), text(subject, "html")));
            letter.saveChanges();
            return letter;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeBodyPart text(String text, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, "utf-8", kind);
        return part;
    }
}
