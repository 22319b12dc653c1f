package org.poterne.web;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.poterne.house.Browser;
import org.poterne.house.House;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;

/** Pictures of every page and state, to be looked at: {@code ./poterne test -Dtest=Screenshots -Dpoterne.screenshots=DIR}. */
class Screenshots {

    private static final int HEIGHT = 900;

    @Test
    void everyPageIsPictured() {
        var folder = Path.of(System.getProperty("poterne.screenshots", "target/screenshots"));
        var language = System.getProperty("poterne.screenshots.language", "fr");
        var house = House.demo();
        try (var browser = Browser.of(house).speaking(language).open()) {
            MetamotsTour.of(house, browser, (name, _) -> picture(browser, folder, name));
            HelpTour.of(house, browser, "metamots", (name, _) -> picture(browser, folder, name));
        }
        if (house.bean(Tenants.class)
                .get(new TenantId("gimic"))
                .spoken(language)
                .isPresent()) {
            try (var browser = Browser.of(house).speaking(language).open()) {
                Tour.of(house, browser, (name, _) -> picture(browser, folder, name));
                FactorTour.of(house, browser, (name, _) -> picture(browser, folder, name));
                AgoraTour.of(house, browser, (name, _) -> picture(browser, folder, name));
                AdministratorTour.of(house, browser, (name, _) -> picture(browser, folder, name));
                DeskTour.of(house, browser, (name, _) -> picture(browser, folder, name));
                LossTour.of(house, browser, (name, _) -> picture(browser, folder, name));
                ExtranetTour.of(house, browser, (name, _) -> picture(browser, folder, name));
                HelpTour.of(house, browser, "jasmin", (name, _) -> picture(browser, folder, name));
            }
        }
    }

    private static void picture(Browser browser, Path folder, String name) {
        var page = browser.page();
        for (var width : List.of(360, 1440)) {
            page.setViewportSize(width, HEIGHT);
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
                var file = "%s-%d-%s.png".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT));
                page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(folder.resolve(file)));
            }
        }
    }
}
