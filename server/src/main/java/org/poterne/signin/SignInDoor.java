package org.poterne.signin;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.poterne.lockout.LockoutPolicy;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.tenant.WayIn;
import org.poterne.tenant.WayOut;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The sign-in page as each answer leaves it. */
@Component
final class SignInDoor {

    private final Tenants tenants;
    private final List<WayIn> waysIn;
    private final List<WayOut> waysOut;
    private final Map<TenantId, Ways> ways = new ConcurrentHashMap<>();

    private record Ways(List<WayIn> in, List<WayOut> out) {}

    SignInDoor(Tenants tenants, List<WayIn> waysIn, List<WayOut> waysOut) {
        this.tenants = tenants;
        this.waysIn = waysIn;
        this.waysOut =
                waysOut.stream().sorted(Comparator.comparingInt(WayOut::rank)).toList();
    }

    List<WayOut> waysOut(TenantId tenant) {
        return ways(tenant).out();
    }

    /** What a tenant offers is in its file, and stays as it was at the start. */
    private Ways ways(TenantId tenant) {
        return ways.computeIfAbsent(
                tenant,
                id -> new Ways(
                        waysIn.stream().filter(way -> way.offered().test(id)).toList(),
                        waysOut.stream().filter(way -> way.offered().test(id)).toList()));
    }

    /**
     * What becomes the account's: a language that somebody turned to, and not the one that a borrowed browser proposed.
     *
     * @param proposed by the page as it was first shown
     */
    Optional<Locale> chosenLanguage(Tenant tenant, String chosen, String proposed) {
        return policy(tenant).chooseLanguage() && !chosen.equals(proposed) ? tenant.spoken(chosen) : Optional.empty();
    }

    ModelAndView open(Tenant tenant) {
        return page(tenant, "", "", "");
    }

    /** A question stands before anything is compared and says itself why; the password went with the form, and is told so. */
    ModelAndView asking(Tenant tenant, Locale language, String typed) {
        var page = page(tenant, typed, "", "");
        page.addObject("unchecked", tenant.words(language).say("signin.unchecked"));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** The attempts left are known of every identifier, be it nobody's: the warning tells a stranger nothing. */
    ModelAndView refused(Tenant tenant, Locale language, String typed, int attemptsLeft) {
        return isExplicit(tenant) && attemptsLeft == 1
                ? again(tenant, language, typed, "signin.last-try", "/recovery")
                : again(
                        tenant,
                        language,
                        typed,
                        "signin.refused." + identifier(tenant).word(),
                        "/recovery");
    }

    ModelAndView locked(Tenant tenant, Locale language, String typed) {
        return isExplicit(tenant)
                ? again(tenant, language, typed, "signin.locked." + opening(tenant), "/recovery")
                : again(
                        tenant,
                        language,
                        typed,
                        "signin.refused." + identifier(tenant).word(),
                        "/recovery");
    }

    /**
     * Whoever has just signed up with somebody's address knows the password: where messages are neutral, being told that
     * it awaits its confirmation would tell that the address had no account.
     */
    ModelAndView unconfirmed(Tenant tenant, Locale language, String typed) {
        return isExplicit(tenant)
                ? again(tenant, language, typed, "signin.unconfirmed", "/confirm/resend")
                : refused(tenant, language, typed, Integer.MAX_VALUE);
    }

    private ModelAndView again(Tenant tenant, Locale language, String typed, String reason, String wayOn) {
        var page = page(tenant, typed, tenant.words(language).say(reason), wayOn);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Tenant tenant, String typed, String error, String wayOn) {
        return new ModelAndView(
                "signin/sign-in",
                Map.of(
                        "kind",
                        identifier(tenant).word(),
                        "inputType",
                        identifier(tenant).inputType(),
                        "identifier",
                        typed,
                        "error",
                        error,
                        "wayOn",
                        wayOn,
                        "choosesLanguage",
                        policy(tenant).chooseLanguage(),
                        "marked",
                        policy(tenant).markRequired(),
                        "waysIn",
                        ways(tenant.id()).in(),
                        "ways",
                        ways(tenant.id()).out()));
    }

    private SignInPolicy.Identifier identifier(Tenant tenant) {
        return policy(tenant).identifier();
    }

    private SignInPolicy policy(Tenant tenant) {
        return tenants.policy(tenant.id(), SignInPolicy.class);
    }

    private boolean isExplicit(Tenant tenant) {
        return tenants.policy(tenant.id(), LockoutPolicy.class).isExplicit();
    }

    private String opening(Tenant tenant) {
        return tenants.policy(tenant.id(), LockoutPolicy.class).opens().name().toLowerCase(Locale.ROOT);
    }
}
