package org.poterne.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.poterne.house.House;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.walk.Step.Fill;
import org.poterne.walk.Step.OnPhone;
import org.poterne.walk.Step.Open;
import org.poterne.words.Sentences;
import org.poterne.words.Words;

/** What each tenant's people go through, told in each of its languages. */
class EveryWalkTests {

    private static final House HOUSE = House.open();

    @ParameterizedTest
    @MethodSource("tenants")
    void everyWalkIsToldInEveryLanguageOfItsTenantWithoutAMissingWord(Tenant tenant) {
        for (var language : tenant.languages()) {
            var words = tenant.words(language);
            assertThat(walks(tenant, words)).isNotEmpty().allSatisfy(walk -> {
                assertThat(walk.title()).isNotBlank();
                assertThat(walk.lead()).isNotBlank();
                assertThat(walk.tips()).isNotEmpty().doesNotContain("");
                assertThat(bare(walk.steps().getFirst())).isInstanceOf(Open.class);
                assertThat(walk.steps())
                        .allSatisfy(step -> assertThat(step.sentence(words))
                                .as(walk.name().value() + " in " + language)
                                .isNotBlank()
                                .doesNotContain("{", "}"));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("tenants")
    void noTwoWalksOfATenantShareTheirAddressOrTheirPlace(Tenant tenant) {
        var walks = walks(tenant, tenant.words(tenant.defaultLanguage()));
        assertThat(walks).extracting(walk -> walk.name().value()).doesNotHaveDuplicates();
        assertThat(walks).extracting(Walk::rank).doesNotHaveDuplicates();
        assertThat(walks).extracting(walk -> walk.name().value()).allMatch(name -> name.matches("[a-z-]+"));
    }

    @ParameterizedTest
    @MethodSource("tenants")
    void anotherLanguageTellsTheSameSteps(Tenant tenant) {
        var first = shapes(tenant, tenant.defaultLanguage());
        for (var language : tenant.languages()) {
            assertThat(shapes(tenant, language)).isEqualTo(first);
        }
    }

    @Test
    void theWordsOfATenantFileAreThoseOfItsWalks() {
        assertThat(told("gimic", Map.of())).contains("«\u00a0Mot de passe oublié\u202f?\u00a0»");
        assertThat(told("gimic", Map.of("recovery.way-out.link", "Clé perdue")))
                .contains("«\u00a0Clé perdue\u00a0»")
                .doesNotContain("«\u00a0Mot de passe oublié\u202f?\u00a0»");
        var extranet = tenant("extranet");
        assertThat(walks(extranet, extranet.words(Locale.FRENCH)))
                .extracting(Walk::title)
                .contains("Comment changer votre mot de passe", "Comment créer un nouveau nom d’utilisateur");
    }

    /** Word for word, in the order of the document. */
    @Test
    void gimicsDocumentIsItsWalk() {
        assertThat(told("gimic", Map.of()))
                .containsSubsequence(
                        "Rendez-vous sur la page de connexion.",
                        "Mot de passe oublié",
                        "Envoyer les instructions par email",
                        "Changer mon mot de passe",
                        "Nouveau mot de passe",
                        "Confirmez votre mot de passe",
                        "Changer mon mot de passe");
    }

    @Test
    void aTipThatATenantAddsComesFirst() {
        var words = new Sentences().in(Locale.FRENCH, Map.of("recovery.walk.forgotten-password.tip", "D’abord ceci."));
        assertThat(forgotten(tenant("gimic"), words).tips()).startsWith("D’abord ceci.");
    }

    private static String told(String tenant, Map<String, String> own) {
        var words = new Sentences().in(Locale.FRENCH, own);
        return String.join(
                "\n",
                forgotten(tenant(tenant), words).steps().stream()
                        .map(step -> step.sentence(words))
                        .toList());
    }

    private static Walk forgotten(Tenant tenant, Words words) {
        return walks(tenant, words).stream()
                .filter(walk -> walk.name().value().equals("forgotten-password"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> shapes(Tenant tenant, Locale language) {
        return walks(tenant, tenant.words(language)).stream()
                .flatMap(walk -> walk.steps().stream().map(step -> walk.name().value() + shape(step)))
                .toList();
    }

    private static String shape(Step step) {
        return switch (step) {
            case Fill fill ->
                " fills " + fill.entries().stream().map(Entry::typed).toList();
            case OnPhone(var there) -> " on the phone" + shape(there);
            case Open _, Step.Follow _, Step.Press _, Step.Pick _, Step.Letter _, Step.Read _ ->
                " " + step.getClass().getSimpleName();
        };
    }

    private static Step bare(Step step) {
        return step instanceof OnPhone(var there) ? there : step;
    }

    private static List<Walk> walks(Tenant tenant, Words words) {
        return HOUSE.bean(Walks.class).of(tenant, words);
    }

    private static Tenant tenant(String name) {
        return HOUSE.bean(Tenants.class).get(new TenantId(name));
    }

    static Stream<Tenant> tenants() {
        return HOUSE.bean(Tenants.class).all().stream();
    }
}
