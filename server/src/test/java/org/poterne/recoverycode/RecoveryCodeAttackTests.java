package org.poterne.recoverycode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.recoverycode.RecoveryCodeFlowTests.answer;
import static org.poterne.recoverycode.RecoveryCodeFlowTests.codes;
import static org.poterne.recoverycode.RecoveryCodeFlowTests.make;
import static org.poterne.recoverycode.RecoveryCodeFlowTests.withCodes;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.poterne.account.AccountId;
import org.poterne.house.Hands;
import org.poterne.house.House;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.poterne.lockout.CodeComparison;
import org.poterne.tenant.TenantId;
import org.poterne.totp.AppHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever knows the password, and has no paper. */
class RecoveryCodeAttackTests {

    private static final House HOUSE = House.open();
    private static final TenantId GIMIC = new TenantId("gimic");

    private final AppHolder camille = AppHolder.of(HOUSE, "gimic");

    @AfterEach
    void theNextComesFromAnAddressThatHasSpentNothing() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void codesAndApplicationsShareOneBudgetOfFailures() {
        var code = codes(make(camille)).getFirst();
        for (var guess = 0; guess < 2; guess++) {
            var visitor = HOUSE.visitor();
            visitor.submit(
                    camille.atTheQuestion(visitor),
                    Map.of("code", camille.phone().wrongCode()));
        }
        for (var guess = 0; guess < 3; guess++) {
            answer(camille, HOUSE.visitor(), RecoveryCode.fresh().reveal());
        }
        assertThat(answer(camille, HOUSE.visitor(), code).words())
                .as("the right one")
                .contains("plus aucun n’est vérifié");
    }

    @Test
    void ofFortyHandsWithOneCodeOnTwoNodesOneIsLetIn() {
        var code = codes(make(camille)).getFirst();
        try (var node = HOUSE.secondNode()) {
            var visitors = new ArrayList<Map.Entry<Visitor, Seen>>();
            for (var hand = 0; hand < 40; hand++) {
                var visitor = hand % 2 == 0 ? HOUSE.visitor() : node.visitor();
                camille.atTheQuestion(visitor);
                visitors.add(Map.entry(visitor, visitor.get("/gimic/sign-in/recoverycode")));
                HOUSE.withFreshBudgets();
            }
            var answers = Hands.allAtOnce(visitors.stream()
                    .<Callable<Seen>>map(page -> () -> page.getKey().submit(page.getValue(), Map.of("code", code)))
                    .toList());
            assertThat(answers.stream().filter(seen -> seen.path().equals("/gimic/account/recoverycode")))
                    .hasSize(1);
        }
    }

    @Test
    void ofTwentyFreshSetsAtOnceOneIsLeft() {
        make(camille);
        var page = camille.browser().get("/gimic/account/recoverycode");
        Hands.allAtOnce(java.util.Collections.nCopies(
                20, () -> camille.browser().submit(page, Map.of()).status()));
        assertThat(HOUSE.bean(JdbcClient.class)
                        .sql("select count(*) from recovery_code where account_id = :account")
                        .param("account", camille.account().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
        var last = codes(camille.browser().get("/gimic/account/recoverycode/sheet"));
        assertThat(answer(camille, HOUSE.visitor(), last.getFirst()).path()).isEqualTo("/gimic/account/recoverycode");
    }

    @Test
    void codesOfAnotherAccountOrTenantAreWorthNothing() {
        var code = codes(make(camille)).getFirst();
        var noa = withCodes(HOUSE);
        assertThat(answer(noa, HOUSE.visitor(), code).status()).isEqualTo(422);
        var codes = HOUSE.bean(RecoveryCodes.class);
        assertThat(codes.spend(new TenantId("voisine"), camille.account(), Optional.empty(), code))
                .isNotEqualTo(CodeComparison.RIGHT);
        assertThat(codes.spend(GIMIC, new AccountId(java.util.UUID.randomUUID()), Optional.empty(), code))
                .as("an account that is none")
                .isNotEqualTo(CodeComparison.RIGHT);
        assertThat(codes.spend(GIMIC, camille.account(), Optional.empty(), code))
                .isEqualTo(CodeComparison.RIGHT);
    }

    @Test
    void theSheetIsForTheSessionThatAskedAndForAFewMinutes() {
        var other = HOUSE.visitor();
        make(camille);
        camille.signIn(other);
        assertThat(other.get("/gimic/account/recoverycode/sheet").path()).isEqualTo("/gimic/account/recoverycode");
        HOUSE.bean(JdbcClient.class)
                .sql("update recovery_code_sheet set expires_at = :then where account_id = :account")
                .param("then", HOUSE.bean(Clock.class).instant().atOffset(ZoneOffset.UTC))
                .param("account", camille.account().value())
                .update();
        assertThat(camille.browser().get("/gimic/account/recoverycode/sheet").path())
                .isEqualTo("/gimic/account/recoverycode");
    }

    @Test
    void aSheetThatIsOverIsForgotten() {
        make(camille);
        HOUSE.bean(JdbcClient.class)
                .sql("update recovery_code_sheet set expires_at = :then where account_id = :account")
                .param("then", HOUSE.bean(Clock.class).instant().minusSeconds(1).atOffset(ZoneOffset.UTC))
                .param("account", camille.account().value())
                .update();
        HOUSE.bean(CodeSheets.class).forgetExpired();
        assertThat(HOUSE.bean(JdbcClient.class)
                        .sql("select count(*) from recovery_code_sheet where account_id = :account")
                        .param("account", camille.account().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatMakesAndRemovesAsksThePasswordOfWhoeverShowedItAWhileAgo() {
        make(camille);
        HOUSE.bean(JdbcClient.class)
                .sql("update session set opened_at = :then, proved_at = null where account_id = :account")
                .param(
                        "then",
                        HOUSE.bean(Clock.class)
                                .instant()
                                .minus(Duration.ofMinutes(6))
                                .atOffset(ZoneOffset.UTC))
                .param("account", camille.account().value())
                .update();
        assertThat(make(camille).heading()).isEqualTo("Confirmez que c’est bien vous");
        assertThat(camille.browser()
                        .submit(camille.browser().get("/gimic/account/recoverycode/remove"), Map.of())
                        .heading())
                .isEqualTo("Confirmez que c’est bien vous");
    }
}
