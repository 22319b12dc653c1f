package org.poterne.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.argon2.Argon2Cost;
import org.poterne.argon2.PlainArgon2;
import org.poterne.house.House;
import org.poterne.key.Peppers;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passwords as they are kept: compared whole, made again when dated, as dear for nobody as for somebody. */
class PasswordsTests {

    private static final House HOUSE = House.open();
    private static final TenantId GIMIC = new TenantId("gimic");
    private static final TenantId VOISINE = new TenantId("voisine");
    private static final RawPassword GOOD = new RawPassword("sésame ouvre-toi");

    @TempDir
    private Path folder;

    private final HashingPool pool = new HashingPool(PlainArgon2.get());
    private final AccountId camille = account();

    @AfterEach
    void stop() {
        pool.stop();
    }

    @Test
    void aPasswordIsItsAccountsAndItsTenantsAlone() throws IOException {
        var passwords = passwords(Peppers.line("k1"));
        passwords.replace(GIMIC, camille, passwords.hash(GOOD));
        assertThat(passwords.matches(GIMIC, Optional.of(camille), GOOD)).isPresent();
        assertThat(passwords.matches(GIMIC, Optional.of(camille), new RawPassword("faux")))
                .isEmpty();
        assertThat(passwords.matches(VOISINE, Optional.of(camille), GOOD)).isEmpty();
        assertThat(passwords.matches(GIMIC, Optional.of(account()), GOOD)).isEmpty();
    }

    @Test
    void aPasswordThatIsWithdrawnOpensNothingAndCostsAsMuch() throws IOException {
        var passwords = passwords(Peppers.line("k1"));
        passwords.replace(GIMIC, camille, passwords.hash(GOOD));
        passwords.withdraw(GIMIC, camille);
        assertThat(cost(() -> assertThat(passwords.matches(GIMIC, Optional.of(camille), GOOD))
                        .isEmpty()))
                .isOne();
    }

    @Test
    void nobodyCostsOneHashAsSomebodyDoes() throws IOException {
        var passwords = passwords(Peppers.line("k1"));
        passwords.replace(GIMIC, camille, passwords.hash(GOOD));
        assertThat(cost(() -> passwords.matches(GIMIC, Optional.of(camille), GOOD)))
                .isOne();
        assertThat(cost(() -> passwords.matches(GIMIC, Optional.of(camille), new RawPassword("faux"))))
                .isOne();
        assertThat(cost(() -> passwords.matches(GIMIC, Optional.empty(), GOOD)))
                .as("unknown")
                .isOne();
        assertThat(cost(() -> passwords.matches(GIMIC, Optional.of(account()), GOOD)))
                .as("no password yet")
                .isOne();
    }

    @Test
    void nobodysPasswordOpensNothing() throws IOException {
        var passwords = passwords(Peppers.line("k1"));
        assertThat(passwords.matches(GIMIC, Optional.empty(), new RawPassword("nobody's password")))
                .isEmpty();
        assertThat(passwords.matches(GIMIC, Optional.of(camille), new RawPassword("nobody's password")))
                .isEmpty();
    }

    @Test
    void afterARotationAPasswordFollowsAtItsNextGoodUse() throws IOException {
        var old = Peppers.line("k1");
        var before = passwords(old);
        before.replace(GIMIC, camille, before.hash(GOOD));
        var rotated = passwords(Peppers.line("k2") + old);

        assertThat(rotated.matches(GIMIC, Optional.of(camille), new RawPassword("faux")))
                .isEmpty();
        assertThat(kept().pepper()).as("a wrong guess renews nothing").isEqualTo("k1");
        assertThat(rotated.matches(GIMIC, Optional.of(camille), GOOD)).isPresent();
        assertThat(kept().pepper()).isEqualTo("k2");
        var renewed = kept().phc();
        assertThat(rotated.matches(GIMIC, Optional.of(camille), GOOD)).isPresent();
        assertThat(kept().phc()).as("renewed once").isEqualTo(renewed);
    }

    @Test
    void aCheaperHashIsMadeAgainAtTodaysCost() throws IOException {
        var line = Peppers.line("k1");
        var passwords = passwords(line);
        var cheap = new Argon2Cost(64, 1, 1);
        var generator = new org.bouncycastle.crypto.generators.Argon2BytesGenerator();
        var salt = new byte[16];
        var hash = new byte[32];
        generator.init(new org.bouncycastle.crypto.params.Argon2Parameters.Builder(
                        org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id)
                .withVersion(org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(64)
                .withIterations(1)
                .withParallelism(1)
                .withSalt(salt)
                .withSecret(Peppers.in(folder.resolve("pepper.keys")).current().secret())
                .build());
        generator.generateBytes(GOOD.bytes(), hash);
        passwords.replace(GIMIC, camille, new HashedPassword(new PasswordHash(cheap, "k1", salt, hash)));
        assertThat(passwords.matches(GIMIC, Optional.of(camille), GOOD)).isPresent();
        assertThat(kept().cost()).isEqualTo(Argon2id.COST);
        assertThat(passwords.matches(GIMIC, Optional.of(camille), GOOD)).isPresent();
    }

    @Test
    void aPepperThatIsGoneIsAFailureAndNotAWrongPassword() throws IOException {
        var before = passwords(Peppers.line("k1"));
        before.replace(GIMIC, camille, before.hash(GOOD));
        var without = passwords(Peppers.line("k2"));
        assertThatThrownBy(() -> without.matches(GIMIC, Optional.of(camille), GOOD))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("no pepper 'k1' in the pepper file");
    }

    @Test
    void theDatabaseHoldsNoPassword() throws IOException {
        var passwords = passwords(Peppers.line("k1"));
        passwords.replace(GIMIC, camille, passwords.hash(GOOD));
        assertThat(kept().phc())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1,keyid=")
                .doesNotContain("ouvre");
    }

    private long cost(Runnable work) {
        var before = pool.accepted();
        work.run();
        return pool.accepted() - before;
    }

    private PasswordHash kept() {
        return HOUSE.bean(JdbcClient.class)
                .sql("select phc from password where tenant_id = 'gimic' and account_id = :account")
                .param("account", camille.value())
                .query((row, _) -> PasswordHash.parse(row.getString("phc")).orElseThrow())
                .single();
    }

    private Passwords passwords(String pepperLines) throws IOException {
        var peppers = Peppers.in(Files.writeString(folder.resolve("pepper.keys"), pepperLines));
        ApplicationEventPublisher nobodyListens = _ -> {};
        return new Passwords(
                new KeptPasswords(HOUSE.bean(JdbcClient.class), HOUSE.bean(Tenants.class)),
                HOUSE.bean(PasswordJudge.class),
                new Hashing(new Argon2id(PlainArgon2.get(), peppers), pool),
                nobodyListens,
                java.time.Clock.systemUTC());
    }

    private static AccountId account() {
        var email = EmailAddress.parse(HOUSE.person("gimic").email()).orElseThrow();
        return HOUSE.bean(Accounts.class)
                .findByEmail(GIMIC, email)
                .orElseThrow()
                .id();
    }
}
