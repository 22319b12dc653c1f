package org.poterne.house;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import org.poterne.key.InstallationKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody who reads the image of a page, or hears its voice. No program of ours reads images: the house's own key opens what
 * its table keeps sealed.
 */
public final class Eyes {

    private Eyes() {}

    /** The field to type into, and what to type: {@code visitor.submit(page, Eyes.read(HOUSE, page))}. */
    public static Map<String, String> read(House house, Seen page) {
        return Map.of("challenge-answer", characters(house, id(page)));
    }

    /** The same before a real browser; nothing where no image is asked. */
    public static void readIfAsked(House house, Page page) {
        var asked = page.locator("[name=challenge-id]");
        if (asked.count() > 0) {
            page.locator("[name=challenge-answer]").fill(characters(house, asked.inputValue()));
        }
    }

    public static String characters(House house, String id) {
        return solution(house, id)[0];
    }

    public static String digits(House house, String id) {
        return solution(house, id)[1];
    }

    public static String id(Seen page) {
        return page.first("input[name=challenge-id]").attr("value");
    }

    private static String[] solution(House house, String id) {
        var context = house.bean(JdbcClient.class)
                .sql("select tenant_id || ' ' || id from challenge_question where id = :id")
                .param("id", UUID.fromString(id))
                .query(String.class)
                .single();
        var sealed = house.bean(JdbcClient.class)
                .sql("select solution from challenge_question where id = :id")
                .param("id", UUID.fromString(id))
                .query(byte[].class)
                .single();
        return house.bean(InstallationKey.class)
                .open("challenge question", context, sealed)
                .orElseThrow()
                .split(" ", -1);
    }
}
