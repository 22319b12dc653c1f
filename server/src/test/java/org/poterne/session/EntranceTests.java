package org.poterne.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.account.AccountId;
import org.poterne.device.UserBrowser;
import org.poterne.factor.FactorChanges;
import org.poterne.factor.FactorStep;
import org.poterne.house.Hands;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.poterne.password.HashedPassword;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.ClientAddress;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Between a right password and a session: nothing opens that was not asked for, and nothing of the old password is left. */
class EntranceTests {

    private static final House HOUSE = House.open();
    private static final TenantId GIMIC = new TenantId("gimic");
    private static final TenantId VOISINE = new TenantId("voisine");
    private static final String PASSWORD = "une longue phrase de passe";

    private final Opening opening = HOUSE.bean(Opening.class);
    private final Passwords passwords = HOUSE.bean(Passwords.class);
    private final AccountId camille = account();

    @Test
    void whatWasComparedBeforeAResetOpensNothingAfterIt() {
        var entry = entry();
        passwords.replace(GIMIC, camille, passwords.hash(new RawPassword("tout neuf et plus long")));
        assertThat(opening.openOr(GIMIC, entry, _ -> Optional.empty())).isEmpty();
    }

    @Test
    void anEntryLivesTenMinutesAtItsOwnTenant() {
        var clock = new MovableClock();
        var entries = new Entries(HOUSE.bean(JdbcClient.class), clock);
        var entry = entry();
        var secret = entries.begin(GIMIC, entry);
        assertThat(entries.find(GIMIC, secret)).contains(entry);
        assertThat(entries.find(VOISINE, secret)).isEmpty();
        clock.forward(Duration.ofMinutes(10));
        assertThat(entries.find(GIMIC, secret)).isEmpty();
        assertThat(entries.spend(GIMIC, secret)).isFalse();
    }

    @Test
    void anEntryDiesWithThePasswordThatBeganIt() {
        var entries = HOUSE.bean(Entries.class);
        var secret = entries.begin(GIMIC, entry());
        passwords.replace(GIMIC, camille, passwords.hash(new RawPassword("tout neuf et plus long")));
        assertThat(entries.find(GIMIC, secret)).isEmpty();
    }

    @Test
    void ofFortyHandsThatPassAStepAtOnceOneGoesOn() {
        var entries = HOUSE.bean(Entries.class);
        var entry = entry();
        var secret = entries.begin(GIMIC, entry);
        Callable<Optional<Opening.Opened>> hand = () -> opening.goOn(GIMIC, secret, entry, _ -> Optional.empty());
        var opened = Hands.allAtOnce(Collections.nCopies(40, hand));
        assertThat(opened.stream().filter(Optional::isPresent)).hasSize(1);
    }

    @Test
    void aChangeThatIsNotMadeLeavesTheEntry() {
        var entries = HOUSE.bean(Entries.class);
        var entry = entry();
        var secret = entries.begin(GIMIC, entry);
        assertThat(opening.goOnBy(GIMIC, secret, entry, () -> false, _ -> Optional.empty()))
                .isEmpty();
        assertThat(entries.find(GIMIC, secret)).contains(entry);
    }

    /** In which order the two take their rows: the other way round, one of them would fail. */
    @Test
    void aStepAndANewPasswordAtOnceDoNotWaitForEachOtherForEver() {
        var entries = HOUSE.bean(Entries.class);
        for (var round = 0; round < 10; round++) {
            var entry = entry();
            var secret = entries.begin(GIMIC, entry);
            var other = entries.begin(GIMIC, entry);
            var same = passwords.hash(new RawPassword(PASSWORD));
            Callable<Boolean> step = () ->
                    opening.goOn(GIMIC, secret, entry, _ -> Optional.empty()).isPresent();
            Callable<Boolean> renewal =
                    () -> opening.goOnBy(GIMIC, other, entry, () -> isReplaced(same), _ -> Optional.empty())
                            .isPresent();
            Callable<Boolean> reset = () -> isReplaced(same);
            assertThat(Hands.allAtOnce(List.of(step, renewal, reset))).contains(true);
        }
    }

    /** Where each would else have spent its own entry and made its own change. */
    @Test
    void ofTwentyBrowsersThatReplaceOnePasswordAtOnceOneDoes() {
        var entries = HOUSE.bean(Entries.class);
        var entry = entry();
        var hashed = passwords.hash(new RawPassword("tout neuf et plus long"));
        var hands = IntStream.range(0, 20)
                .mapToObj(_ -> entries.begin(GIMIC, entry))
                .<Callable<Optional<Opening.Opened>>>map(secret ->
                        () -> opening.goOnBy(GIMIC, secret, entry, () -> isReplaced(hashed), _ -> Optional.empty()))
                .toList();
        assertThat(Hands.allAtOnce(hands).stream().filter(Optional::isPresent)).hasSize(1);
    }

    /** Were it asked a moment earlier, nothing would be due, and a session would open without it. */
    @ParameterizedTest
    @ValueSource(strings = {"at the door", "behind a step", "behind a new password"})
    void aFactorThatIsBoundInTheInstantOfASignInIsAskedFor(String where) {
        var step = HOUSE.bean(FactorStep.class);
        Function<Entry, Optional<EntryStep>> due =
                entry -> Optional.<EntryStep>of(step).filter(asked -> asked.isDue(GIMIC, entry));
        var entry = entry();
        var secret = HOUSE.bean(Entries.class).begin(GIMIC, entry);
        assertThat(due.apply(entry)).isEmpty();
        var opened = Hands.oneInTheWay(HOUSE, this::bindAFactor, () -> switch (where) {
            case "at the door" -> opening.openOr(GIMIC, entry, due);
            case "behind a step" -> opening.goOn(GIMIC, secret, entry, due);
            default -> opening.goOnBy(GIMIC, secret, entry, () -> true, due);
        });
        assertThat(opened).hasValueSatisfying(there -> assertThat(there).isInstanceOf(Opening.AtAStep.class));
    }

    private void bindAFactor() {
        HOUSE.bean(FactorChanges.class).begin(GIMIC, camille);
        HOUSE.bean(JdbcClient.class)
                .sql("""
                        insert into totp (tenant_id, id, account_id, name, seed, last_step, bound_at, used_at)
                        values (:tenant, :id, :account, 'Phone', '', 0, now(), now())
                        """)
                .param("tenant", GIMIC.value())
                .param("id", UUID.randomUUID())
                .param("account", camille.value())
                .update();
    }

    private boolean isReplaced(HashedPassword fresh) {
        passwords.replace(GIMIC, camille, fresh);
        return true;
    }

    private Entry entry() {
        var since = passwords
                .matches(GIMIC, Optional.of(camille), new RawPassword(PASSWORD))
                .orElseThrow();
        return new Entry(
                UUID.randomUUID(),
                camille,
                Optional.of(since),
                Set.of("door", "other"),
                new SessionOrigin(ClientAddress.of("127.0.6.9"), UserBrowser.parse("Firefox/142.0 (Android 16)")),
                Optional.empty(),
                Destination.CHANGE_PASSWORD);
    }

    private static AccountId account() {
        return HOUSE.account(HOUSE.person("gimic", PASSWORD)).id();
    }
}
