package org.poterne.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.poterne.authenticator.Phone.Codes;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.tenant.TenantId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The phone's own lock is good for its text, its origin and its phone, when its holder was verified and its count grows. */
class PhoneLockTests {

    private static final House HOUSE = House.open();
    private static final TenantId POCHE = new TenantId("poche");
    private static final String PASSWORD = "une phrase assez longue";
    private static final String TEXT = "approve\n1\nrecovery\n41";

    private final Person person = HOUSE.withFreshBudgets().person("poche", PASSWORD);
    private final Codes codes = Codes.shownTo(Phone.signedIn(HOUSE, person, PASSWORD), "poche");
    private final Phone phone = Phone.bare(HOUSE, "poche");
    private final SoftLock lock = SoftLock.at(HOUSE.address().toString(), "localhost");

    @Test
    void aPhoneIsAddedWithItsOwnLockAndAnswersWithIt() {
        assertThat(add(lock.registration(phone.enrolmentText()))).isEqualTo("bound");
        assertThat(holds(lock.counting(2).assertion(TEXT))).isTrue();
    }

    @Test
    void whatIsNotVerifiedNotOfHereOrNotForThisPhoneIsNoLock() {
        var text = phone.enrolmentText();
        for (var registration : List.of(
                lock.bearing(SoftLock.PRESENT).registration(text),
                lock.bearing(0).registration(text),
                lock.from("https://evil.example").registration(text),
                lock.boundTo("evil.example").registration(text),
                lock.registration("enrol\nanother phone"),
                lock.assertion(text),
                JsonNodeFactory.instance.objectNode(),
                JsonNodeFactory.instance.stringNode("x"))) {
            assertThat(add(registration)).as(registration.toString()).isEqualTo("unverified");
        }
        assertThat(add(lock.registration(text))).isEqualTo("bound");
    }

    @Test
    void anAnswerIsUnlockedForItselfAlone() {
        add(lock.registration(phone.enrolmentText()));
        var next = lock.counting(2);
        assertThat(holds(next.assertion("approve\n1\nrecovery\n42"))).isFalse();
        assertThat(holds(next.bearing(SoftLock.PRESENT).assertion(TEXT))).isFalse();
        assertThat(holds(next.from("https://evil.example").assertion(TEXT))).isFalse();
        assertThat(holds(next.boundTo("evil.example").assertion(TEXT))).isFalse();
        assertThat(holds(SoftLock.at(HOUSE.address().toString(), "localhost")
                        .counting(2)
                        .assertion(TEXT)))
                .isFalse();
        assertThat(holds(next.registration(TEXT))).isFalse();
        assertThat(holds(JsonNodeFactory.instance.stringNode(phone.proof(TEXT))))
                .isFalse();
        assertThat(holds(next.assertion(TEXT)))
                .as("nothing of that was counted")
                .isTrue();
    }

    @Test
    void aCountThatDoesNotGrowIsOfACopy() {
        add(lock.registration(phone.enrolmentText()));
        assertThat(holds(lock.counting(5).assertion(TEXT))).isTrue();
        assertThat(holds(lock.counting(5).assertion(TEXT))).isFalse();
        assertThat(holds(lock.counting(4).assertion(TEXT))).isFalse();
        assertThat(holds(lock.counting(0).assertion(TEXT))).isFalse();
        assertThat(holds(lock.counting(6).assertion(TEXT))).isTrue();
    }

    @Test
    void aLockThatNeverCountsSaysNothingEitherWay() {
        add(lock.counting(0).registration(phone.enrolmentText()));
        assertThat(holds(lock.counting(0).assertion(TEXT))).isTrue();
        assertThat(holds(lock.counting(0).assertion(TEXT))).isTrue();
    }

    private String add(JsonNode registration) {
        var message = phone.enrolment(Map.of("code", codes.link()), "Avec verrou");
        message.put("verification", Map.of("kind", "webauthn", "registration", registration));
        message.put("proof", "");
        return phone.call("enrol", message).path("outcome").stringValue();
    }

    private boolean holds(JsonNode proof) {
        var device = HOUSE.bean(Authenticators.class)
                .of(POCHE, HOUSE.account(person).id())
                .getFirst();
        return HOUSE.bean(UserVerification.class).holds(POCHE, device, TEXT, proof);
    }
}
