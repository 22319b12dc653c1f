package org.poterne;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.account.Enrolment;
import org.poterne.account.NewAccount;
import org.poterne.account.Username;
import org.poterne.house.House;
import org.poterne.house.Seen;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a stranger learns: one table of endpoint, state of the account and wording of the tenant. Each row asks the same of
 * every kind of account, and of none, and compares status, headers, cookies, address and every byte of the page (ASVS 6.3.8;
 * WSTG-IDNT-04; Keycloak #51887, Devise PR 4366).
 */
class OracleTests {

    private static final House HOUSE = House.open();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String PASSWORD = "la bonne, la seule";

    /** What an identifier may be. */
    enum State {
        UNKNOWN,
        UNCONFIRMED,
        ACTIVE,
        WITHOUT_PASSWORD,
        DISABLED,
        LOCKED
    }

    @ParameterizedTest
    @CsvSource({
        "agora, /sign-in, identifier",
        "neutre, /sign-in, identifier",
        "agora, /recovery, email",
        "neutre, /recovery, email",
        "agora, /unlock/resend, email",
        "neutre, /unlock/resend, email",
        "neutre, /confirm/resend, email"
    })
    void oneAnswerForEveryStateOfAnAccount(String tenant, String page, String field) {
        var answers = new LinkedHashMap<State, List<List<Object>>>();
        for (var state : State.values()) {
            if (state != State.LOCKED || !"/sign-in".equals(page)) { // at sign-in a lock is a matter of history: below
                answers.put(state, List.of(ask(tenant, page, field, identifier(tenant, state), "faux")));
            }
        }
        alike(answers);
    }

    /** From the first wrong password to the lock and beyond, step by step. */
    @ParameterizedTest
    @CsvSource({"agora", "neutre"})
    void theWholeWayToTheLockIsTheSameForNobody(String tenant) {
        var answers = new LinkedHashMap<State, List<List<Object>>>();
        for (var state : State.values()) {
            if (state != State.LOCKED) {
                var identifier = identifier(tenant, state);
                var way = new ArrayList<List<Object>>();
                for (var guess = 0; guess < 7; guess++) {
                    way.add(ask(tenant, "/sign-in", "identifier", identifier, "faux " + guess));
                }
                answers.put(state, way);
            }
        }
        alike(answers);
    }

    /** With neutral words a new address, a pending one and a taken one sign up alike; the truth is in the letter. */
    @ParameterizedTest
    @CsvSource({"UNKNOWN", "UNCONFIRMED", "DISABLED", "LOCKED"})
    void aSignUpWithNeutralWordsTellsNothing(State state) {
        assertThat(signUp(identifier("neutre", state))).isEqualTo(signUp(identifier("neutre", State.ACTIVE)));
    }

    /** Where the tenant's document says "already confirmed", it says nothing more. */
    @ParameterizedTest
    @CsvSource({"UNKNOWN", "UNCONFIRMED"})
    void anExplicitResendTellsConfirmedAddressesAloneApart(State state) {
        var answer = ask("agora", "/confirm/resend", "email", identifier("agora", state), "");
        assertThat(answer).isEqualTo(ask("agora", "/confirm/resend", "email", identifier("agora", State.UNKNOWN), ""));
        assertThat(answer)
                .isNotEqualTo(ask("agora", "/confirm/resend", "email", identifier("agora", State.ACTIVE), ""));
    }

    private static void alike(Map<State, List<List<Object>>> answers) {
        var unknown = Optional.ofNullable(answers.get(State.UNKNOWN)).orElseThrow();
        answers.forEach((state, answer) -> assertThat(answer).as(state.name()).isEqualTo(unknown));
    }

    private static List<Object> ask(String tenant, String page, String field, String identifier, String password) {
        var visitor = HOUSE.visitor().from("127.0.20." + (1 + COUNT.incrementAndGet() % 250));
        var form = visitor.get("/" + tenant + page);
        var typed = new LinkedHashMap<>(Map.of(field, identifier));
        if (!password.isEmpty()) {
            typed.put("password", password);
        }
        return seen(visitor.submit(form, typed), identifier);
    }

    private static List<Object> signUp(String email) {
        var number = COUNT.incrementAndGet();
        var visitor = HOUSE.visitor().from("127.0.21." + (1 + number % 250));
        var form = visitor.get("/neutre/sign-up");
        return seen(
                visitor.submit(
                        form,
                        Map.of(
                                "name",
                                "Lou Petit",
                                "username",
                                "oracle" + number,
                                "email",
                                email,
                                "password",
                                "une phrase de passe tranquille")),
                email);
    }

    /** All that arrives, but for what is random or was typed. */
    private static List<Object> seen(Seen answer, String typed) {
        return List.of(
                answer.status(),
                answer.path(),
                answer.response().headers().map().keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList(),
                answer.response().headers().allValues("set-cookie").stream()
                        .map(cookie -> cookie.replaceAll("=[^;]*", ""))
                        .toList(),
                answer.body()
                        .replace(typed, "")
                        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                        .replaceAll("data-(puzzle|salt|challenge)[a-z-]*=\"[^\"]*\"", ""));
    }

    private static String identifier(String tenant, State state) {
        var email = "oracle." + COUNT.incrementAndGet() + "@example.org";
        if (state == State.UNKNOWN) {
            return email;
        }
        var id = new TenantId(tenant);
        var accounts = HOUSE.bean(Accounts.class);
        var address = EmailAddress.parse(email).orElseThrow();
        var username = Username.parse("qui" + COUNT.incrementAndGet());
        var person = new NewAccount(address, username, "", "Camille Martin");
        if (!(accounts.signUp(id, person, Locale.FRENCH) instanceof Enrolment.Added(var account))) {
            throw new AssertionError("not added: " + email);
        }
        if (state != State.WITHOUT_PASSWORD) {
            var passwords = HOUSE.bean(Passwords.class);
            passwords.replace(id, account, passwords.hash(new RawPassword(PASSWORD)));
        }
        if (state != State.UNCONFIRMED) {
            accounts.confirm(id, account, address);
        }
        if (state == State.DISABLED) {
            HOUSE.bean(JdbcClient.class)
                    .sql("update account set status = 'disabled' where id = ?")
                    .param(account.value())
                    .update();
        }
        if (state == State.LOCKED) {
            for (var guess = 0; guess < 5; guess++) {
                ask(tenant, "/sign-in", "identifier", email, "au hasard " + guess);
            }
        }
        return email;
    }
}
