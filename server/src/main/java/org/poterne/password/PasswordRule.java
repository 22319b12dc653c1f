package org.poterne.password;

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
    Map<String, Object> values();

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
}
