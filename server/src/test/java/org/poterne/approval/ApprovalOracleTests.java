package org.poterne.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.poterne.house.Seen;

/** Who has an account, and who has a phone, is not told by any step that comes before the phone's answer (EN-5). */
class ApprovalOracleTests {

    private static final House HOUSE = House.open();

    @BeforeEach
    void nothingIsSpent() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void withAPhoneWithoutOneAndForNobodyTheStepsAreTheSame() {
        var withPhone = steps(Apprentice.withPhone(HOUSE).person().email(), "127.0.24.1");
        var without = steps(HOUSE.person("jasmin", Apprentice.PASSWORD).email(), "127.0.24.2");
        var nobody = steps("personne.d.ici@example.org", "127.0.24.3");
        assertThat(without).isEqualTo(withPhone);
        assertThat(nobody).isEqualTo(withPhone);
    }

    /** Each step as a stranger sees it, what is random taken out. */
    private static Map<String, String> steps(String email, String from) {
        var visitor = HOUSE.visitor().from(from);
        var steps = new LinkedHashMap<String, String>();
        var named = Apprentice.named(visitor, email);
        steps.put("named", shown(named));
        var asked = visitor.submit(named, Map.of());
        steps.put("asked", shown(asked));
        steps.put("again", shown(visitor.get("/jasmin/recovery/approval")));
        HOUSE.bean(MovableClock.class).forward(Duration.ofMinutes(2));
        steps.put("over", shown(visitor.get("/jasmin/recovery/approval")));
        steps.put("state", visitor.get("/jasmin/recovery/approval/state").body());
        return steps;
    }

    private static String shown(Seen page) {
        var plain = page.body()
                .replaceAll("value=\"[^\"]{20,}\"", "value")
                .replaceAll("data-until=\"\\d+\"", "until")
                .replaceAll("(</span>)\\d\\d(</p>)", "$1NN$2");
        return page.status() + " " + page.response().headers().map().keySet() + "\n" + plain;
    }
}
