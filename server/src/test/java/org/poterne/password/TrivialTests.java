package org.poterne.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.account.EmailAddress;
import org.poterne.account.Username;
import org.poterne.house.House;
import org.poterne.tenant.TenantId;

/** Patterns that pass every list, and no guessing program. */
class TrivialTests {

    private static final Passwords PASSWORDS = House.open().bean(Passwords.class);
    private static final PasswordOwner OWNER = PasswordOwner.newcomer(
            EmailAddress.parse("lou.petit@example.org").orElseThrow(), Username.parse("testuser99"), "Lou", "Petit");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "          ",
                "1111111111",
                "0123456789",
                "0987654321",
                "1234567890123",
                "aaaaaaaaaa",
                "abcdefghij",
                "zyxwvutsrq",
                "abababababab",
                "azertyazerty",
                "motdepassemotdepasse"
            })
    void aPatternIsRefusedWhereFewLettersAreEnough(String password) {
        assertThat(PASSWORDS.broken(new TenantId("agora"), new RawPassword(password), OWNER))
                .containsExactly(new PasswordRule.NotCommon());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Agora2026!", "AgoraAgora", "Testuser99Testuser99", "testuser99!"})
    void whatOthersKnowIsRefusedDressedUpAndDoubledToo(String password) {
        assertThat(PASSWORDS.broken(new TenantId("agora"), new RawPassword(password), OWNER))
                .contains(new PasswordRule.UnlikeAccount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"verger tambour", "place du marché 12", "aaaaaaaaab", "1357913579135", "fjord fjord fjord"})
    void aPhraseIsNoPattern(String password) {
        assertThat(PASSWORDS.broken(new TenantId("agora"), new RawPassword(password), OWNER))
                .isEmpty();
    }

    /** NIST SP 800-63B-4 §3.1.1.2: above fifteen, length alone judges. */
    @Test
    void aLongPatternIsALongPassword() {
        assertThat(PASSWORDS.broken(new TenantId("voisine"), new RawPassword("q".repeat(17)), OWNER))
                .isEmpty();
    }
}
