package org.poterne.guidebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.poterne.tenant.Tenant;
import org.poterne.walk.Walk;
import org.poterne.walk.Walks;
import org.poterne.words.Words;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks all that a tenant has, in one language. */
final class Author {

    private final WalkedServer server;
    private final Browsers browsers;
    private final Cast cast;

    /** @param cast shared by all authors of one server: no two heroes are the same */
    Author(WalkedServer server, Browsers browsers, Cast cast) {
        this.server = server;
        this.browsers = browsers;
        this.cast = cast;
    }

    /** What a tenant has people go through, in the order of its guide. */
    List<Walk> walks(Tenant tenant, Words words) {
        return server.bean(Walks.class).of(tenant, words);
    }

    /** @param walked is told each walk that is done */
    Edition write(Tenant tenant, Locale language, LocalDate date, Consumer<Walk> walked) {
        var words = tenant.words(language);
        var walks = walks(tenant, words);
        var rehearsal = new Rehearsal(server, tenant, words, walks);
        var chapters = new ArrayList<Chapter>();
        for (var walk : walks) {
            forgetBudgets();
            try (var walker = new Walker(server, browsers, tenant, words, hero(tenant, language, walk))) {
                rehearsal.before(walk, walker);
                chapters.add(new Chapter(walk, walker.walk(walk.steps())));
            }
            walked.accept(walk);
        }
        return new Edition(tenant, words, date, List.copyOf(chapters));
    }

    private Hero hero(Tenant tenant, Locale language, Walk walk) {
        return switch (walk.given()) {
            case NEWCOMER, UNCONFIRMED -> cast.newcomer(tenant);
            case HOLDER, TWO_TRIES_LEFT, LOCKED, PHONE_HOLDER -> cast.holder(tenant, language);
            case ADMINISTRATOR -> cast.administrator(tenant, language);
        };
    }

    /** All walks come from one address, which would else be told to wait. */
    private void forgetBudgets() {
        server.bean(JdbcClient.class).sql("delete from budget").update();
    }
}
