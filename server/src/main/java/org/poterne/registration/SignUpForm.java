package org.poterne.registration;

import java.util.List;
import java.util.Map;
import org.poterne.password.RawPassword;
import org.poterne.profile.ProfileField;
import org.poterne.profile.TypedProfile;

/** The sign-up page as it was sent. All but the password is shown again when something will not do. */
record SignUpForm(String username, String email, TypedProfile profile, RawPassword password) {

    static SignUpForm empty(List<ProfileField> fields) {
        return new SignUpForm("", "", TypedProfile.fresh(fields), new RawPassword(""));
    }

    static SignUpForm of(List<ProfileField> fields, Map<String, String> sent) {
        return new SignUpForm(
                sent.getOrDefault("username", ""),
                sent.getOrDefault("email", ""),
                TypedProfile.sent(fields, sent),
                new RawPassword(sent.getOrDefault("password", "")));
    }

    /** Never what was typed, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "SignUpForm[redacted]";
    }
}
