package org.poterne.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.poterne.membership.MembershipPolicy.Leftover;
import org.poterne.tenant.SettingRefused;

/** The rights of a tenant file, and what a form may say of them. */
class MembershipPolicyTests {

    private static final Right RATES = right("rates", false);
    private static final Right USERS = right("users", true);

    @Test
    void aTenantWithoutRightsHasNoEstablishments() {
        assertThat(policy().isUsed()).isFalse();
        assertThat(policy(RATES, USERS).isUsed()).isTrue();
    }

    @Test
    void oneRightAdministersAndNoMore() {
        assertThatThrownBy(() -> policy(RATES)).isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> policy(USERS, right("staff", true))).isInstanceOf(SettingRefused.class);
        assertThat(policy(RATES, USERS).administering()).contains(USERS);
    }

    @Test
    void aRightIsNamedOnceAndInFewLetters() {
        assertThatThrownBy(() -> policy(RATES, RATES, USERS)).isInstanceOf(SettingRefused.class);
        for (var name : List.of("", "Rates", "9", "a b", "é", "a".repeat(41))) {
            assertThatThrownBy(() -> right(name, false)).as(name).isInstanceOf(SettingRefused.class);
        }
    }

    @Test
    void thereAreNoMoreThanPeopleCouldRead() {
        var many = IntStream.range(0, 30)
                .mapToObj(number -> right("r" + number, false))
                .toList();
        assertThatThrownBy(() -> new MembershipPolicy(
                        Stream.concat(many.stream(), Stream.of(USERS)).toList(), Leftover.DELETED))
                .isInstanceOf(SettingRefused.class);
    }

    @Test
    void whatAFormSaysBesideTheTenantsRightsIsNothing() {
        assertThat(policy(RATES, USERS).known(Set.of("rates", "root", "*", "")).names())
                .containsExactly("rates");
    }

    private static MembershipPolicy policy(Right... rights) {
        return new MembershipPolicy(List.of(rights), Leftover.DELETED);
    }

    private static Right right(String name, boolean administers) {
        return new Right(name, Map.of(Locale.FRENCH, name), administers);
    }
}
