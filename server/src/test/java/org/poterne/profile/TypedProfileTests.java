package org.poterne.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.poterne.profile.ProfileField.Kind;
import org.poterne.words.Sentences;

class TypedProfileTests {

    private static final ProfileField GIVEN = field("given-name", Kind.TEXT, true);
    private static final ProfileField COUNTRY =
            new ProfileField("country", Kind.COUNTRY, true, Optional.empty(), Optional.of("FR"), Map.of(), List.of());
    private static final ProfileField KIND = new ProfileField(
            "organisation-kind",
            Kind.CHOICE,
            true,
            Optional.empty(),
            Optional.empty(),
            Map.of(Locale.FRENCH, "Qualité"),
            List.of(choice("company", "Entreprise"), choice("school", "École")));
    private static final ProfileField PHONE = new ProfileField(
            "phone",
            Kind.TEXT,
            false,
            Optional.of("tel"),
            Optional.empty(),
            Map.of(Locale.FRENCH, "Téléphone"),
            List.of());
    private static final List<ProfileField> ALL = List.of(GIVEN, COUNTRY, KIND, PHONE);

    @Test
    void whatIsTypedIsKeptTidied() {
        var typed = TypedProfile.sent(
                ALL, Map.of("given-name", " Zoe\u0308\u00a0 ", "country", "fr", "organisation-kind", "school"));
        assertThat(typed.refusals()).isEmpty();
        assertThat(typed.profile().answers())
                .containsExactly(
                        entry("given-name", "Zoë"), entry("country", "FR"), entry("organisation-kind", "school"));
    }

    @Test
    void allThatWillNotDoIsToldAtOnce() {
        var typed = TypedProfile.sent(
                ALL,
                Map.of(
                        "given-name",
                        " ",
                        "country",
                        "Atlantis",
                        "organisation-kind",
                        "Entreprise",
                        "phone",
                        "\u202e1"));
        assertThat(typed.refusals())
                .containsExactly(
                        entry("given-name", ProfileRefusal.MISSING),
                        entry("country", ProfileRefusal.NOT_LISTED),
                        entry("organisation-kind", ProfileRefusal.NOT_LISTED),
                        entry("phone", ProfileRefusal.UNSEEN));
        assertThat(typed.errors(new Sentences().in(Locale.FRENCH)))
                .containsEntry("given-name", "Renseignez le champ «\u00a0Prénom\u00a0».")
                .containsEntry("country", "Choisissez une réponse de la liste.");
    }

    @Test
    void anAnswerHasAtMostOneHundredCharactersHoweverTheyAreCoded() {
        assertThat(TypedProfile.sent(List.of(GIVEN), Map.of("given-name", "𠮷".repeat(100)))
                        .refusals())
                .isEmpty();
        assertThat(TypedProfile.sent(List.of(GIVEN), Map.of("given-name", "𠮷".repeat(101)))
                        .refusals())
                .containsValue(ProfileRefusal.TOO_LONG);
    }

    @Test
    void whatIsNotRequiredMayBeEmptyAndIsThenNoAnswer() {
        var typed = TypedProfile.sent(List.of(PHONE), Map.of());
        assertThat(typed.refusals()).isEmpty();
        assertThat(typed.profile().answers()).isEmpty();
    }

    @Test
    void aFreshFormHoldsWhatTheTenantProposes() {
        assertThat(TypedProfile.fresh(ALL).typed("country")).isEqualTo("FR");
        assertThat(TypedProfile.fresh(ALL).typed("organisation-kind")).isEmpty();
    }

    @Test
    void aFieldThatIsNotAskedIsNotTaken() {
        assertThat(TypedProfile.sent(List.of(GIVEN), Map.of("given-name", "Zoë", "status", "admin"))
                        .profile()
                        .answers())
                .containsOnlyKeys("given-name");
    }

    @Test
    void nothingThatWasTypedIsPrinted() {
        var typed = TypedProfile.sent(ALL, Map.of("given-name", "Zoë"));
        var words = new Sentences().in(Locale.FRENCH);
        assertThat(typed + "" + typed.profile() + FormField.of(GIVEN, words, typed, Map.of()))
                .doesNotContain("Zoë");
    }

    private static ProfileField field(String name, Kind kind, boolean required) {
        return new ProfileField(name, kind, required, Optional.empty(), Optional.empty(), Map.of(), List.of());
    }

    private static ProfileChoice choice(String value, String french) {
        return new ProfileChoice(value, Map.of(Locale.FRENCH, french));
    }
}
