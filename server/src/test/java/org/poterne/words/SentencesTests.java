package org.poterne.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Plurals, missing sentences, and whose wording wins. */
class SentencesTests {

    private final Sentences sentences = new Sentences();

    @Test
    void aPluralFollowsItsLanguage() {
        var french = sentences.in(Locale.FRENCH);
        assertThat(french.say("throttle.too-many", "minutes", 1)).contains("une minute ");
        assertThat(french.say("throttle.too-many", "minutes", 2)).contains("2 minutes ");
        var own = Map.of("signin.refused", "{n, plural, one{# lettre} other{# lettres}}");
        assertThat(sentences.in(Locale.FRENCH, own).say("signin.refused", "n", 0))
                .isEqualTo("0 lettre");
        assertThat(sentences.in(Locale.ENGLISH, own).say("signin.refused", "n", 0))
                .isEqualTo("0 lettres");
    }

    @Test
    void aMissingSentenceIsAFaultAndNeverAnEmptyPage() {
        assertThatThrownBy(() -> sentences.in(Locale.FRENCH).say("signin.nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("signin.nothing");
        assertThatThrownBy(() -> sentences.in(Locale.JAPANESE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTenantsOwnWordingWinsAndTheRestIsTheProducts() {
        var own = sentences.in(Locale.FRENCH, Map.of("signin.refused", "Ce n’est pas ça."));
        assertThat(own.say("signin.refused")).isEqualTo("Ce n’est pas ça.");
        assertThat(own.say("throttle.too-many.recover"))
                .isEqualTo(sentences.in(Locale.FRENCH).say("throttle.too-many.recover"));
    }

    @Test
    void aValueIsNeverReadAsAPattern() {
        var own = Map.of("signin.refused", "Bonjour {name}");
        assertThat(sentences.in(Locale.FRENCH, own).say("signin.refused", "name", "{name} '{' {0}"))
                .isEqualTo("Bonjour {name} '{' {0}");
    }

    @Test
    void aWordingThatWouldBreakAPageIsTold() {
        assertThat(sentences.trouble(Locale.FRENCH, "throttle.too-many", "Attendez {minutes} min."))
                .isEmpty();
        assertThat(sentences.trouble(Locale.FRENCH, "throttle.too-many", "Attendez."))
                .isEmpty();
        assertThat(sentences.trouble(Locale.FRENCH, "throttle.too-many", "Attendez {hours}."))
                .contains("holds the unknown variable {hours}.");
        assertThat(sentences.trouble(Locale.FRENCH, "throttle.too-many", "Attendez {minutes"))
                .isPresent();
        assertThat(sentences.trouble(Locale.FRENCH, "throttle.too-much", "x")).contains("is not a message key.");
    }
}
