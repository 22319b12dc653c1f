package org.poterne.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.house.MovableClock;

/** Somebody else's implementation: the key as the page writes it, typed into oathtool. */
class OathtoolTests {

    private static final House HOUSE = TotpFlowTests.HOUSE;

    @Test
    void itsCodesAreAcceptedOnceEach() throws IOException, InterruptedException {
        var camille = HOUSE.person("gimic", AppHolder.PASSWORD);
        var visitor = HOUSE.visitor();
        AppHolder.signIn(visitor, camille, AppHolder.PASSWORD);
        var page = visitor.submit(visitor.get("/gimic/account/totp"), Map.of());
        var key = page.first("#key").text();
        var set = visitor.submit(page, Map.of("code", oathtool(key, now())));
        assertThat(set.words()).contains("L’application est ajoutée");

        HOUSE.bean(MovableClock.class).forward(Seed.STEP.multipliedBy(2));
        var code = oathtool(key, now());
        var elsewhere = HOUSE.visitor();
        var asked = AppHolder.signIn(elsewhere, camille, AppHolder.PASSWORD);
        assertThat(elsewhere.submit(asked, Map.of("code", code)).path()).isEqualTo("/gimic/");
        var third = HOUSE.visitor();
        var again = AppHolder.signIn(third, camille, AppHolder.PASSWORD);
        assertThat(third.submit(again, Map.of("code", code)).status()).isEqualTo(422);
    }

    private static Instant now() {
        return HOUSE.bean(MovableClock.class).instant();
    }

    /** Never skipped: {@code ./poterne test} installs it. */
    private static String oathtool(String key, Instant when) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("oathtool", "--totp", "--base32", "--now=@" + when.getEpochSecond(), key)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new AssertionError("oathtool is not installed: apt-get install oathtool, or ./poterne test", e);
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
