package org.poterne.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A token opens one door, for one account, for a while, once. */
class OneTimeTokensTests {

    private static final House HOUSE = House.open();
    private static final TenantId GIMIC = new TenantId("gimic");
    private static final TenantId VOISINE = new TenantId("voisine");
    private static final TokenPurpose RESET = new TokenPurpose("test reset");
    private static final TokenPurpose UNLOCK = new TokenPurpose("test unlock");

    private final MovableClock clock = new MovableClock();
    private final OneTimeTokens tokens = new OneTimeTokens(HOUSE.bean(JdbcClient.class), clock);
    private final Account camille = account();
    private final TokenBinding binding = new TokenBinding(camille.id(), camille.email(), UUID.randomUUID());

    @Test
    void aTokenIsSpentOnce() {
        var token = mint(RESET);
        assertThat(tokens.look(GIMIC, RESET, token)).contains(binding);
        assertThat(tokens.look(GIMIC, RESET, token))
                .as("looking spends nothing")
                .contains(binding);
        assertThat(tokens.redeem(GIMIC, RESET, token)).contains(binding);
        assertThat(tokens.redeem(GIMIC, RESET, token)).isEmpty();
        assertThat(tokens.look(GIMIC, RESET, token)).isEmpty();
    }

    @Test
    void atAnotherTenantOrDoorItIsWorthNothingAndStaysGood() {
        var token = mint(RESET);
        assertThat(tokens.look(VOISINE, RESET, token)).isEmpty();
        assertThat(tokens.redeem(VOISINE, RESET, token)).isEmpty();
        assertThat(tokens.look(GIMIC, UNLOCK, token)).isEmpty();
        assertThat(tokens.redeem(GIMIC, UNLOCK, token)).isEmpty();
        assertThat(tokens.redeem(GIMIC, RESET, OneTimeToken.fresh())).isEmpty();
        assertThat(tokens.redeem(GIMIC, RESET, token)).contains(binding);
    }

    @Test
    void itRemembersTheAddressItWasMintedFor() {
        var token = mint(RESET);
        HOUSE.bean(JdbcClient.class)
                .sql(
                        "update account set email = 'new.' || email, email_canonical = 'new.' || email_canonical where id = :id")
                .param("id", camille.id().value())
                .update();
        assertThat(tokens.look(GIMIC, RESET, token))
                .get()
                .extracting(TokenBinding::address)
                .isEqualTo(camille.email())
                .isNotEqualTo(HOUSE.bean(Accounts.class)
                        .find(GIMIC, camille.id())
                        .orElseThrow()
                        .email());
    }

    @Test
    void aNewerTokenOfTheSamePurposeEndsTheOlderOneAlone() {
        var older = mint(RESET);
        var other = mint(UNLOCK);
        var newer = mint(RESET);
        assertThat(tokens.look(GIMIC, RESET, older)).isEmpty();
        assertThat(tokens.redeem(GIMIC, RESET, older)).isEmpty();
        assertThat(tokens.look(GIMIC, RESET, newer)).isPresent();
        assertThat(tokens.look(GIMIC, UNLOCK, other)).isPresent();
    }

    @Test
    void itDiesAtItsHourAndWhoFindsItDeadBuriesIt() {
        var token = mint(RESET);
        clock.forward(Duration.ofMinutes(59));
        tokens.forgetExpired();
        assertThat(tokens.look(GIMIC, RESET, token)).isPresent();
        clock.forward(Duration.ofMinutes(1));
        assertThat(tokens.look(GIMIC, RESET, token)).isEmpty();
        assertThat(tokens.redeem(GIMIC, RESET, token)).isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void oneThatNobodyComesForIsForgottenAfterItsHour() {
        mint(RESET);
        tokens.forgetExpired();
        assertThat(rows()).isOne();
        clock.forward(Duration.ofHours(1));
        tokens.forgetExpired();
        assertThat(rows()).isZero();
    }

    @Test
    void ofAHundredHandsAtOnceOneRedeems() throws InterruptedException, ExecutionException {
        for (var round = 0; round < 5; round++) {
            var token = mint(RESET);
            var together = new CountDownLatch(1);
            var hands = new ArrayList<Future<Optional<TokenBinding>>>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var hand = 0; hand < 100; hand++) {
                    hands.add(threads.submit(() -> {
                        together.await();
                        return tokens.redeem(GIMIC, RESET, token);
                    }));
                }
                together.countDown();
            }
            var winners = 0;
            for (var hand : hands) {
                winners += hand.get().isPresent() ? 1 : 0;
            }
            assertThat(winners).isOne();
        }
    }

    @Test
    void ofAHundredMintedAtOnceOneIsLive() throws InterruptedException, ExecutionException {
        var minted = new ArrayList<Future<OneTimeToken>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var hand = 0; hand < 100; hand++) {
                minted.add(threads.submit(() -> mint(RESET)));
            }
        }
        var live = 0;
        for (var token : minted) {
            live += tokens.look(GIMIC, RESET, token.get()).isPresent() ? 1 : 0;
        }
        assertThat(live).isOne();
    }

    @Test
    void aNewPasswordEndsAllOfItsAccountsTokensAndNobodyElses() {
        var reset = mint(RESET);
        var unlock = mint(UNLOCK);
        var other = account();
        var others =
                tokens.mint(GIMIC, RESET, new TokenBinding(other.id(), other.email(), UUID.randomUUID()), inAnHour());
        var passwords = HOUSE.bean(Passwords.class);
        passwords.replace(GIMIC, camille.id(), passwords.hash(new RawPassword("sésame ouvre-toi")));
        assertThat(tokens.look(GIMIC, RESET, reset)).isEmpty();
        assertThat(tokens.look(GIMIC, UNLOCK, unlock)).isEmpty();
        assertThat(tokens.look(GIMIC, RESET, others)).isPresent();
    }

    /** The way back of whoever was robbed: the robber knows the password, and may change it and the address. */
    @Test
    void aLastingTokenOutlivesPasswordsAndStandsBesideOthers() {
        var undo = new TokenPurpose("test undo", TokenPurpose.Span.WHOLE_LIFE);
        var first = mint(undo);
        var other = new TokenBinding(camille.id(), camille.email(), UUID.randomUUID());
        var second = tokens.mint(GIMIC, undo, other, inAnHour());
        var passwords = HOUSE.bean(Passwords.class);
        passwords.replace(GIMIC, camille.id(), passwords.hash(new RawPassword("sésame ouvre-toi")));
        passwords.withdraw(GIMIC, camille.id());
        assertThat(tokens.look(GIMIC, undo, first)).contains(binding);
        assertThat(tokens.look(GIMIC, undo, second)).contains(other);

        var again = mint(undo);
        assertThat(tokens.look(GIMIC, undo, first)).as("one for each matter").isEmpty();
        assertThat(tokens.redeem(GIMIC, undo, again)).contains(binding);
        assertThat(tokens.look(GIMIC, undo, second)).contains(other);
    }

    @Test
    void aPasswordThatIsWithdrawnEndsTokensAsANewOneDoes() {
        var reset = mint(RESET);
        HOUSE.bean(Passwords.class).withdraw(GIMIC, camille.id());
        assertThat(tokens.look(GIMIC, RESET, reset)).isEmpty();
    }

    @Test
    void theDatabaseHoldsNoSecret() {
        var token = mint(RESET);
        var row = HOUSE.bean(JdbcClient.class)
                .sql("select row_to_json(t)::text from one_time_token t where account_id = :id")
                .param("id", camille.id().value())
                .query(String.class)
                .single();
        var secret = java.util.Base64.getUrlDecoder().decode(token.reveal());
        assertThat(row)
                .doesNotContain(token.reveal())
                .doesNotContain(java.util.HexFormat.of().formatHex(secret))
                .contains(java.util.HexFormat.of().formatHex(token.digest()));
    }

    private OneTimeToken mint(TokenPurpose purpose) {
        return tokens.mint(GIMIC, purpose, binding, inAnHour());
    }

    private Instant inAnHour() {
        return clock.instant().plus(Duration.ofHours(1));
    }

    private int rows() {
        return HOUSE.bean(JdbcClient.class)
                .sql("select count(*) from one_time_token where account_id = :id")
                .param("id", camille.id().value())
                .query(Integer.class)
                .single();
    }

    private static Account account() {
        var email = EmailAddress.parse(HOUSE.person("gimic").email()).orElseThrow();
        return HOUSE.bean(Accounts.class).findByEmail(GIMIC, email).orElseThrow();
    }
}
