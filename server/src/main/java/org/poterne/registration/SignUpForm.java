package org.poterne.registration;

import java.util.Map;
import org.poterne.password.RawPassword;

/** The sign-up page as it was sent. All but the password is shown again when something will not do. */
public record SignUpForm(String name, String username, String email, RawPassword password) {

    static final SignUpForm EMPTY = of(Map.of());

    static SignUpForm of(Map<String, String> sent) {
        return new SignUpForm(
                sent.getOrDefault("name", ""),
                sent.getOrDefault("username", ""),
                sent.getOrDefault("email", ""),
                new RawPassword(sent.getOrDefault("password", "")));
    }

    /** Never what was typed, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "SignUpForm[redacted]";
    }
}
