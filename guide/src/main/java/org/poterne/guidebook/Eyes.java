package org.poterne.guidebook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.poterne.key.InstallationKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who reads the image of a page: no program of ours does, so the server's own key opens what its table keeps sealed. */
final class Eyes {

    private final WalkedServer server;

    Eyes(WalkedServer server) {
        this.server = server;
    }

    /** The field for the characters of an image, of a page that has one. */
    static Locator field(Page page) {
        return page.locator("input[name=challenge-answer]");
    }

    String characters(Page page) {
        var id = UUID.fromString(page.locator("input[name=challenge-id]").inputValue());
        return server.bean(JdbcClient.class)
                .sql("select tenant_id, solution from challenge_question where id = :id")
                .param("id", id)
                .query((row, _) -> server.bean(InstallationKey.class)
                        .open("challenge question", row.getString("tenant_id") + " " + id, row.getBytes("solution"))
                        .orElseThrow()
                        .split(" ", -1)[0])
                .single();
    }
}
