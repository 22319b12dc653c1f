package org.poterne.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.poterne.account.Account;
import org.poterne.house.House;
import org.poterne.password.PasswordRule.History;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** The last passwords are refused, and no more of them are kept than that takes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasswordHistoryTests {

    private static final TenantId THREE = new TenantId("three");
    private static final TenantId NONE = new TenantId("none");

    private final House house = house();
    private final Passwords passwords = house.bean(Passwords.class);

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    void theLastPasswordsAreRefusedTheOneInUseAmongThemAndOlderOnesAreFree() {
        var camille = account(THREE);
        setAll(THREE, camille, "verger un", "verger deux", "verger trois", "verger quatre");
        assertThat(broken(THREE, camille, "verger quatre")).containsExactly(new History(3));
        assertThat(broken(THREE, camille, "verger trois")).containsExactly(new History(3));
        assertThat(broken(THREE, camille, "verger deux")).containsExactly(new History(3));
        assertThat(broken(THREE, camille, "verger un")).isEmpty();
        assertThat(broken(THREE, camille, "Verger quatre"))
                .as("hashes tell no likeness")
                .isEmpty();
    }

    @Test
    void anothersPasswordsAreNoOnesBusiness() {
        var camille = account(THREE);
        setAll(THREE, camille, "verger un", "verger deux");
        assertThat(broken(THREE, account(THREE), "verger un")).isEmpty();
    }

    @Test
    void noMoreIsKeptThanTheRuleTakes() {
        var camille = account(THREE);
        setAll(THREE, camille, "verger un", "verger deux", "verger trois", "verger quatre", "verger cinq");
        assertThat(kept(camille)).isEqualTo(2);
        var noa = account(NONE);
        setAll(NONE, noa, "verger un", "verger deux");
        assertThat(kept(noa)).isZero();
        assertThat(broken(NONE, noa, "verger deux")).isEmpty();
    }

    @Test
    void aTenantThatGaveTheRuleUpForgetsAtTheNextChange() {
        var noa = account(NONE);
        house.bean(JdbcClient.class).sql("""
                        insert into password_history (tenant_id, account_id, phc)
                        values ('none', :account, 'x'), ('none', :account, 'y')
                        """).param("account", noa.id().value()).update();
        setAll(NONE, noa, "verger un");
        assertThat(kept(noa)).isZero();
    }

    @Test
    void aChangeThatIsTakenBackIsRememberedByNobody() {
        var camille = account(THREE);
        setAll(THREE, camille, "verger un");
        var hashed = passwords.hash(new RawPassword("verger deux"));
        house.bean(TransactionTemplate.class).executeWithoutResult(transaction -> {
            passwords.replace(THREE, camille.id(), hashed);
            transaction.setRollbackOnly();
        });
        assertThat(kept(camille)).isZero();
        assertThat(broken(THREE, camille, "verger deux")).isEmpty();
        assertThat(broken(THREE, camille, "verger un")).isNotEmpty();
    }

    @Test
    void changesAtOnceAreAllRemembered() throws Exception {
        var camille = account(THREE);
        setAll(THREE, camille, "verger zéro");
        var names = IntStream.range(0, 8).mapToObj(number -> "verger " + number).toList();
        try (var threads = Executors.newFixedThreadPool(names.size())) {
            var changes = names.stream()
                    .map(name -> passwords.hash(new RawPassword(name)))
                    .map(hashed -> (Callable<Void>) () -> {
                        passwords.replace(THREE, camille.id(), hashed);
                        return null;
                    })
                    .toList();
            for (var change : threads.invokeAll(changes)) {
                change.get();
            }
        }
        assertThat(kept(camille)).isEqualTo(2);
        assertThat(names.stream()
                        .filter(name -> !broken(THREE, camille, name).isEmpty())
                        .count())
                .as("the last three of eight")
                .isEqualTo(3);
    }

    /** EX-4, ANSSI R27: hashes tell no likeness, the page where the password in use is typed can. */
    @Test
    void aPasswordCountedUpIsRefusedWhereTheOneInUseIsTyped() {
        var camille = house.person("three", "Verger-Tambour-2026!");
        var visitor = house.visitor();
        visitor.submit(
                visitor.get("/three/sign-in"),
                Map.of("identifier", camille.email(), "password", "Verger-Tambour-2026!"));
        var page = visitor.get("/three/account/password");
        assertThat(page.first("#password-rules").text())
                .isEqualTo("8 caractères minimum et doit être différent de vos 3 derniers mots de passe");
        page = visitor.submit(page, change("Verger-Tambour-2026!", "Verger-Tambour-2027!"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.first("#password-error").text())
                .isEqualTo("Ce mot de passe est l’un de vos 3 derniers, ou presque. Choisissez-en un tout autre.");
        assertThat(visitor.submit(page, change("Verger-Tambour-2026!", "ficelle de nuage"))
                        .path())
                .isEqualTo("/three/account");
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    @Test
    void itCostsNoHashWhereARuleIsBrokenAtFirstSight() {
        var camille = account(THREE);
        setAll(THREE, camille, "verger un", "verger deux", "verger trois");
        var pool = house.bean(HashingPool.class);
        var before = pool.accepted();
        assertThat(broken(THREE, camille, "court")).isNotEmpty();
        assertThat(pool.accepted()).isEqualTo(before);
        broken(THREE, camille, "verger quatre");
        assertThat(pool.accepted()).isEqualTo(before + 3);
    }

    @Test
    void hashesWhosePepperIsGoneHoldNobodyUp() {
        var camille = account(THREE);
        setAll(THREE, camille, "verger un", "verger deux");
        house.bean(JdbcClient.class)
                .sql("update password_history set phc = regexp_replace(phc, 'keyid=[^$]+', 'keyid=Z29uZQ')"
                        + " where account_id = :account")
                .param("account", camille.id().value())
                .update();
        assertThat(broken(THREE, camille, "verger un")).isEmpty();
        assertThat(broken(THREE, camille, "verger deux")).isNotEmpty();
    }

    @Test
    void aPasswordThatWasWithdrawnDoesNotComeBack() {
        var camille = account(THREE);
        setAll(THREE, camille, "verger un", "verger deux");
        passwords.withdraw(THREE, camille.id());
        assertThat(broken(THREE, camille, "verger deux")).containsExactly(new History(3));
        assertThat(broken(THREE, camille, "verger un")).containsExactly(new History(3));
        assertThat(broken(THREE, camille, "verger trois")).isEmpty();
    }

    @Test
    void theyGoWithTheAccount() {
        var camille = account(THREE);
        setAll(THREE, camille, "verger un", "verger deux");
        house.bean(JdbcClient.class)
                .sql("delete from account where id = :account")
                .param("account", camille.id().value())
                .update();
        assertThat(kept(camille)).isZero();
    }

    @Test
    void theyAreKeptInATransactionOrNotAtAll() {
        var camille = account(THREE);
        var hash = house.bean(Hashing.class).hash(new RawPassword("verger un"));
        assertThatThrownBy(() -> house.bean(KeptPasswords.class)
                        .replace(THREE, camille.id(), hash, Clock.systemUTC().instant()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private List<PasswordRule> broken(TenantId tenant, Account account, String password) {
        return passwords.broken(tenant, new RawPassword(password), PasswordOwner.of(account));
    }

    private void setAll(TenantId tenant, Account account, String... all) {
        for (var password : all) {
            passwords.replace(tenant, account.id(), passwords.hash(new RawPassword(password)));
        }
    }

    private static Map<String, String> change(String current, String fresh) {
        return Map.of("current", current, "password", fresh, "confirmation", fresh);
    }

    private int kept(Account account) {
        return house.bean(JdbcClient.class)
                .sql("select count(*) from password_history where account_id = :account")
                .param("account", account.id().value())
                .query(Integer.class)
                .single();
    }

    private Account account(TenantId tenant) {
        return house.account(house.person(tenant.value()));
    }

    private static House house() {
        try {
            var tenants = Files.createTempDirectory("poterne-tenants");
            write(tenants, "three", "[{ minimum-length: 8 }, { history: 3 }]");
            write(tenants, "none", "[{ minimum-length: 8 }]");
            return House.build().with("poterne.tenants", tenants).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path tenants, String tenant, String rules) throws IOException {
        Files.createDirectories(tenants.resolve(tenant));
        Files.writeString(tenants.resolve(tenant).resolve("tenant.yaml"), """
                name: Rangée
                languages: [fr]
                contact: { mail: aide@rangee.example }
                password:
                  rules: %s
                """.formatted(rules));
    }
}
