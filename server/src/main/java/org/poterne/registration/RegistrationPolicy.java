package org.poterne.registration;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.poterne.account.Username;
import org.poterne.account.UsernameReservation;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;
import org.poterne.tenant.TenantPolicy;
import org.poterne.tenant.Weakness;
import org.poterne.tenant.Weakness.Gravity;
import org.poterne.throttle.Budget;

/** Whether and how somebody may open an account at a tenant. */
record RegistrationPolicy(
        @Setting(value = "Whether anybody may sign up; its pages do not exist otherwise.", fallback = "false")
        boolean open,

        @Setting(
                value =
                        "What is asked before the password, in this order: `e-mail`, `username`, and fields of `profile`.",
                fallback = "[given-name, family-name, e-mail]")
        List<String> ask,

        @Setting(
                value = "`neutral` tells a stranger nothing of an address; `explicit` says that it is taken, behind a"
                        + " challenge, and needs an exception.",
                fallback = "neutral")
        Messages messages,

        @Setting(value = "How long the link of a confirmation is good, 1 to 24 hours.", fallback = "24h")
        Duration confirmationLife,

        @Setting(value = "When an account that nobody confirmed is deleted, 1 to 30 days.", fallback = "7d")
        Duration unconfirmedLife,

        @Setting(value = "Letters to one address in any hour, 1 to 10.", fallback = "3")
        int lettersPerHour,

        @Setting(value = "Letters to one address in any day, up to 50.", fallback = "10")
        int lettersPerDay,

        @Setting(
                value = "Public names that nobody may take, nor any that looks like one.",
                fallback = "[admin, administrateur, administratrice, administration, administrator, root, superuser,"
                        + " support, help, helpdesk, aide, assistance, postmaster, hostmaster, webmaster, mailer-daemon,"
                        + " noreply, no-reply, abuse, security, securite, contact, info, moderateur, moderatrice,"
                        + " moderation, moderator, staff, equipe, officiel, official, system, systeme]")
        List<String> reservedUsernames,

        @Setting(
                value = "Mail domains whose addresses are thrown away, refused with all below them.",
                fallback = "[10minutemail.com, dispostable.com, getnada.com, grr.la, guerrillamail.com, jetable.org,"
                        + " maildrop.cc, mailinator.com, mailnesia.com, mohmal.com, moakt.com, sharklasers.com,"
                        + " temp-mail.org, tempmail.com, throwawaymail.com, trashmail.com, yopmail.com, yopmail.fr]")
        List<String> refusedDomains)
        implements TenantPolicy, UsernameReservation {

    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

    static final String E_MAIL = "e-mail";
    static final String USERNAME = "username";

    enum Messages {
        NEUTRAL,
        EXPLICIT
    }

    RegistrationPolicy {
        if (!ask.contains(E_MAIL)) {
            throw new SettingRefused(
                    "ask",
                    "leaves out `e-mail`: the account is confirmed by it.",
                    "Add `e-mail` where it is to stand.");
        }
        if (Set.copyOf(ask).size() < ask.size()) {
            throw new SettingRefused("ask", "names a field twice.", "Keep one.");
        }
        // NIST SP 800-63B-4 §4.2.1.2: a code sent by mail is good for 24 hours at most.
        within(
                "confirmation-life",
                confirmationLife,
                Duration.ofHours(1),
                Duration.ofHours(24),
                "Choose `1h` to `24h`.");
        within("unconfirmed-life", unconfirmedLife, Duration.ofDays(1), Duration.ofDays(30), "Choose `1d` to `30d`.");
        if (lettersPerHour < 1 || lettersPerHour > 10) {
            throw new SettingRefused("letters-per-hour", "is out of bounds.", "Choose 1 to 10.");
        }
        if (lettersPerDay < lettersPerHour || lettersPerDay > 50) {
            throw new SettingRefused("letters-per-day", "is out of bounds.", "Choose the hourly number to 50.");
        }
        if (!reservedUsernames.stream().allMatch(name -> Username.parse(name).isPresent())) {
            throw new SettingRefused(
                    "reserved-usernames",
                    "holds what nobody could choose.",
                    "Write 2 to 30 letters, digits, `.`, `_` or `-`.");
        }
        if (!refusedDomains.stream().allMatch(domain -> DOMAIN.matcher(domain).matches())) {
            throw new SettingRefused(
                    "refused-domains", "holds what is no domain.", "Write them as `example.org`, in lower case.");
        }
    }

    private static void within(String key, Duration life, Duration least, Duration most, String remedy) {
        if (life.compareTo(least) < 0 || life.compareTo(most) > 0) {
            throw new SettingRefused(key, "is out of bounds.", remedy);
        }
    }

    boolean asksUsername() {
        return ask.contains(USERNAME);
    }

    /** Case, accents and look-alikes aside. */
    @Override
    public boolean reserves(Username wanted) {
        return reservedUsernames.stream()
                .flatMap(reserved -> Username.parse(reserved).stream())
                .anyMatch(reserved -> reserved.skeleton().equals(wanted.skeleton()));
    }

    boolean isExplicit() {
        return messages == Messages.EXPLICIT;
    }

    /** As people are told: whole days, no fewer than it takes. */
    long daysUnconfirmed() {
        return Math.ceilDiv(unconfirmedLife.toHours(), 24);
    }

    /** One budget for all the letters of this flow: whoever asks in two places gets no more of them. */
    Budget hourly() {
        return new Budget("registration letters per address and hour", lettersPerHour, Duration.ofHours(1));
    }

    Budget daily() {
        return new Budget("registration letters per address and day", lettersPerDay, Duration.ofDays(1));
    }

    @Override
    public List<Weakness> weaknesses() {
        return open && isExplicit()
                ? List.of(new Weakness(
                        "registration.messages",
                        "neutral messages: they tell strangers which addresses have an account (ASVS 5.0 6.3.8)",
                        Gravity.NEEDS_EXCEPTION))
                : List.of();
    }
}
