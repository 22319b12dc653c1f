package org.poterne.recovery;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.recovery.RecoveryFlowTests.ask;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.poterne.house.Browser;
import org.poterne.house.House;

/** A mail gateway that opens every link in a browser of its own before its reader does (Outlook Safe Links). */
class ScannerBrowserTests {

    private static final House HOUSE = House.open().withFreshBudgets();

    @Test
    void aScannerThatOpensTheLinkAndSendsEveryFormSpendsNothing() {
        var camille = HOUSE.person("gimic");
        var link = ask(HOUSE.visitor(), camille);
        try (var scanner = Browser.desktop(HOUSE)) {
            assertThat(scanner.context().request().head(link.toString()).ok()).isTrue();
            scanner.open(link);
            scanner.page().reload();
            sendEveryForm(scanner);
            sendEveryForm(scanner);
            assertThat(scanner.posts()).isGreaterThanOrEqualTo(2);
        }
        camille.mailbox().isEmpty();

        try (var browser = Browser.phone(HOUSE)) {
            browser.open(link);
            browser.field("Nouveau mot de passe *").fill("café 42");
            browser.field("Confirmez votre mot de passe *").fill("café 42");
            browser.button("Changer mon mot de passe").click();
            assertThat(browser.page().getByRole(AriaRole.STATUS).first())
                    .containsText("Votre mot de passe est enregistré.");
        }
        camille.mailbox().next();
    }

    private static void sendEveryForm(Browser scanner) {
        var forms = scanner.page().locator("form").count();
        assertThat(forms).isPositive();
        for (var form = 0; form < forms; form++) {
            var sent = scanner.page().locator("form").nth(form);
            scanner.andArrive(() -> sent.evaluate("form => form.submit()"));
        }
    }
}
