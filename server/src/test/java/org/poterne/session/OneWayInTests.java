package org.poterne.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.house.Visitor;
import org.poterne.totp.AppHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every pathway asks for the second factor, since there is one way to a session (ASVS 5.0 6.1.3, 6.3.4; SI-4). */
class OneWayInTests {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.poterne");

    /** And the change of one's own password, made in a session that it renews. */
    private static final String RENEWED = "org\\.poterne\\.holder\\.(PasswordChange|PasswordPages)";

    @Test
    void sessionsAreOpenedBehindTheEntranceAlone() {
        ArchRuleDefinition.noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Opening.class.getName())
                .and()
                .haveNameNotMatching(RENEWED)
                .should()
                .callMethod(
                        Sessions.class,
                        "open",
                        org.poterne.tenant.TenantId.class,
                        org.poterne.account.AccountId.class,
                        SessionOrigin.class)
                .check(PRODUCT);
        ArchRuleDefinition.noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Entrance.class.getName())
                .and()
                .haveNameNotMatching(RENEWED)
                .should()
                .callMethod(
                        CurrentSession.class,
                        "begin",
                        org.poterne.tenant.Tenant.class,
                        SessionId.class,
                        jakarta.servlet.http.HttpServletRequest.class,
                        jakarta.servlet.http.HttpServletResponse.class)
                .check(PRODUCT);
        ArchRuleDefinition.noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Entrance.class.getName())
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(Opening.class.getName())
                .check(PRODUCT.that(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "outside what the opening is made of",
                        known -> !known.getName().startsWith(Opening.class.getName()))));
    }

    /** Forced browsing: whoever has shown the password and no factor asks for every page there is, by GET and by POST. */
    @Test
    void noRouteOpensASessionToWhoeverHasShownThePasswordAlone() {
        var house = House.open().withFreshBudgets();
        var camille = AppHolder.of(house, "gimic");
        var thief = house.visitor();
        camille.atTheQuestion(thief);
        var form = thief.get("/gimic/recovery").first("input[name=_csrf]").attr("value");
        var walked = new TreeSet<String>();
        for (var route : routes(house)) {
            var seen = route.startsWith("GET ")
                    ? thief.get(route.substring(4))
                    : thief.post(route.substring(5), Map.of("_csrf", form, "email", "nobody@example.org"));
            assertThat(seen.status()).as(route).isLessThan(500);
            assertThat(session(thief)).as(route).isEmpty();
            walked.add(route);
        }
        assertThat(walked)
                .contains("GET /gimic/account", "POST /gimic/sign-in/totp", "POST /gimic/account/totp/remove")
                .hasSizeGreaterThan(60);
        assertThat(thief.get("/gimic/account").path()).isEqualTo("/gimic/sign-in");
        assertThat(camille.browser().get("/gimic/account/totp").page().select("#apps > li"))
                .as("nothing was changed on the way")
                .hasSize(1);
    }

    private static List<String> routes(House house) {
        var routes = new TreeSet<String>();
        house.beans(RequestMappingHandlerMapping.class)
                .forEach(all -> all.getHandlerMethods()
                        .keySet()
                        .forEach(mapping -> mapping.getPatternValues().stream()
                                .filter(pattern -> pattern.startsWith("/{tenant}"))
                                .filter(pattern -> !pattern.contains("-room")) // of the tests
                                .map(OneWayInTests::concrete)
                                .forEach(path -> mapping.getMethodsCondition()
                                        .getMethods()
                                        .forEach(method -> routes.add(method + " " + path)))));
        return routes.stream()
                .filter(route -> route.startsWith("GET ") || route.startsWith("POST "))
                .toList();
    }

    private static String concrete(String pattern) {
        return pattern.replace("{tenant}", "gimic").replaceAll("\\{[^}]+}", "1");
    }

    private static List<String> session(Visitor visitor) {
        return visitor.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().startsWith("session-")
                        && !cookie.getValue().isEmpty())
                .map(cookie -> cookie.getName())
                .toList();
    }
}
