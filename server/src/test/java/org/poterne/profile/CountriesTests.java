package org.poterne.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.words.Sentences;

class CountriesTests {

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en", "de", "es", "it", "pt", "nl", "ar"})
    void everyCountryHasANameOfItsOwnAndItsPlaceInTheOrderOfTheLanguage(String tag) {
        var language = Locale.forLanguageTag(tag);
        var all = Countries.in(language);
        assertThat(all).hasSizeGreaterThan(245).extracting(FormOption::value).doesNotHaveDuplicates();
        assertThat(all)
                .extracting(FormOption::label)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).isNotBlank().doesNotMatch("[A-Z]{2}"));
        assertThat(all)
                .extracting(FormOption::label)
                .isSortedAccordingTo(Collator.getInstance(ULocale.forLocale(language))::compare);
    }

    @ParameterizedTest
    @CsvSource({"FR, fr, France", "DE, fr, Allemagne", "DE, de, Deutschland", "US, fr, États-Unis", "FR, ar, فرنسا"})
    void aCountryIsNamedInTheReadersLanguage(String code, String language, String name) {
        assertThat(Countries.name(code, Locale.forLanguageTag(language))).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"FR, FR", "fr, FR", "france, FR", "FRANCIA, FR", "Etats Unis, US", "Côte d'Ivoire, CI", "ألمانيا, DE"})
    void aFileMayNameItByItsCodeOrInAnyShippedLanguage(String written, String code) {
        assertThat(Countries.find(written)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ZZ", "Frankreichh", "Europe"})
    void whatNamesNoCountryIsNone(String written) {
        assertThat(Countries.find(written)).isEmpty();
    }

    /** A language that is added one day is one in which files may name countries too. */
    @Test
    void everyShippedLanguageNamesThem() {
        for (var language : new Sentences().languages()) {
            assertThat(Countries.find(Countries.name("SE", language)))
                    .as("Sweden in " + language)
                    .contains("SE");
        }
    }
}
