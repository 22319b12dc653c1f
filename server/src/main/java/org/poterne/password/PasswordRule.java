package org.poterne.password;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;

/**
 * A rule of a tenant's password policy. The list of rules is the help before typing; a broken rule is its own error.
 *
 * <p>Each has two sentences in every language, {@code password.rule.<reason>} and {@code password.refused.<reason>}.
 */
public sealed interface PasswordRule {

    /** Stable name: in the tenant file, in messages, in the audit. */
    String reason();

    /** What its sentences need: {@code characters}. */
    default Map<String, Object> values() {
        return Map.of();
    }

    /** At least so many Unicode code points (NIST SP 800-63B-4 §3.1.1.2). */
    record MinimumLength(@Setting("Code points, 6 to 64.") int characters) implements PasswordRule {

        public MinimumLength {
            if (characters < 6 || characters > 64) {
                throw new SettingRefused("characters", "is " + characters + ".", "Choose 6 to 64.");
            }
        }

        @Override
        public String reason() {
            return "minimum-length";
        }

        @Override
        public Map<String, Object> values() {
            return Map.of("characters", characters);
        }
    }

    /** At most so many code points: said, never truncated (63B §3.1.1.2; ASVS 6.2.9). */
    record MaximumLength(
            @Setting("Code points, 64 to 1024.") int characters) implements PasswordRule {

        public MaximumLength {
            if (characters < 64 || characters > 1024) {
                throw new SettingRefused("characters", "is " + characters + ".", "Choose 64 to 1024.");
            }
        }

        @Override
        public String reason() {
            return "maximum-length";
        }

        @Override
        public Map<String, Object> values() {
            return Map.of("characters", characters);
        }
    }

    /** None of those that are guessed first, or were found in a breach (63B §3.1.1.2; ASVS 6.2.4, 6.2.12). */
    record NotCommon() implements PasswordRule {

        @Override
        public String reason() {
            return "not-common";
        }
    }

    /** Not what others know of its owner or of the place: compared whole (63B §3.1.1.2; ASVS 6.2.11). */
    record UnlikeAccount() implements PasswordRule {

        @Override
        public String reason() {
            return "unlike-account";
        }
    }

    /** A character of each kind, unless it is long. Against the standards, and for those who must (ANSSI R23). */
    record Classes(
            @Setting("A character of each of these kinds; passphrases of 20 code points or more are free of it.")
            List<CharacterClass> classes)
            implements PasswordRule {

        /** In code points; MonServiceSécurisé: a passphrase needs no signs. */
        public static final int PASSPHRASE = 20;

        public Classes {
            if (classes.isEmpty() || EnumSet.copyOf(classes).size() < classes.size()) {
                throw new SettingRefused(
                        "classes",
                        classes.isEmpty() ? "names none." : "names one twice.",
                        "Write each kind once: `[lower, upper, digit, special]`.");
            }
            classes = List.copyOf(EnumSet.copyOf(classes));
        }

        @Override
        public String reason() {
            return "classes";
        }

        List<CharacterClass> missing(RawPassword password) {
            var missing = new ArrayList<>(classes);
            missing.removeIf(kind -> password.length() >= PASSPHRASE || kind.isIn(password));
            return missing;
        }
    }

    /** None of the last ones, nor one of them counted up (ANSSI R27). */
    record History(
            @Setting("How many of the last passwords are refused, the one in use among them, 1 to 24.")
            int passwords) implements PasswordRule {

        public History {
            if (passwords < 1 || passwords > 24) {
                throw new SettingRefused("passwords", "is " + passwords + ".", "Choose 1 to 24.");
            }
        }

        @Override
        public String reason() {
            return "history";
        }

        @Override
        public Map<String, Object> values() {
            return Map.of("passwords", passwords);
        }
    }
}
