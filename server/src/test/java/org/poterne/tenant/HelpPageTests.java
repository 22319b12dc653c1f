package org.poterne.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpPageTests {

    @ParameterizedTest
    @CsvSource({
        "/sign-in, /help?page=/sign-in",
        "/recovery/sent, /help?page=/recovery/sent",
        "/users/1001/add, /help?page=/users",
        "/users/1001, /help?page=/users",
        "/desk/requests/ab12cd, /help?page=/desk/requests",
        "/invitations/f47ac10b-58cc/new, /help?page=/invitations",
        "/, /help",
        "'', /help",
        "/%3Cb%3E, /help",
        "//evil.example, /help",
        "/help/forgotten-password, /help"
    })
    void aPageIsToldByItsOwnWordsAlone(String page, String address) {
        assertThat(new HelpPage("/help").from(page)).isEqualTo(address);
    }
}
