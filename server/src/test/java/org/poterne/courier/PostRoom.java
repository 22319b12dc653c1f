package org.poterne.courier;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.poterne.account.EmailAddress;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.poterne.house.ScriptedSmtp;
import org.poterne.tenant.TenantId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A house whose letters are handed to a scripted mail server, and may say what a test wants them to. */
record PostRoom(House house, ScriptedSmtp smtp) {

    static final TenantId GIMIC = new TenantId("gimic");
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What the register tells of one letter. */
    record Entry(String state, int tries, String trouble) {}

    static PostRoom open(ScriptedSmtp smtp, Map<String, ?> settings) {
        var house = House.build()
                .with("spring.mail.port", smtp.port())
                .with("spring.mail.properties.mail.smtp.timeout", 700)
                .adding(Pens.class);
        settings.forEach(house::with);
        return new PostRoom(house.start(), smtp);
    }

    static Letter letter(String to, String name, String subject, LetterPart... parts) {
        return new Letter(EmailAddress.parse(to).orElseThrow(), name, Locale.FRENCH, subject, List.of(parts));
    }

    UUID queue(Letter letter) {
        return queue(letter, Duration.ofHours(1));
    }

    UUID queue(Letter letter, Duration life) {
        var concerns = house.bean(StubPen.class).toWrite(letter);
        inTransaction(() -> house.bean(Courier.class).queue(order(concerns, life)));
        return sql("select id from letter where concerns = :concerns")
                .param("concerns", concerns)
                .query(UUID.class)
                .single();
    }

    LetterOrder order(UUID concerns, Duration life) {
        var now = now();
        return new LetterOrder(GIMIC, StubPen.KIND, concerns, Locale.FRENCH, now, now.plus(life));
    }

    /** Queued one after the other and sent, however long it takes. */
    String sent(Letter letter) {
        queue(letter);
        return soon("the letter's source")
                .until(() -> smtp.received(letter.to().envelope()).stream().findFirst(), Optional::isPresent)
                .map(ScriptedSmtp.Received::source)
                .orElseThrow();
    }

    Entry entry(UUID letter) {
        return sql("select state, tries, trouble from letter where id = :id")
                .param("id", letter)
                .query(Entry.class)
                .single();
    }

    Entry whenItStands(UUID letter, String state, int tries) {
        return soon(state + " after " + tries)
                .until(() -> entry(letter), entry -> entry.state().equals(state) && entry.tries() >= tries);
    }

    private ConditionFactory soon(String what) {
        house.lookForWork();
        return Awaitility.await(what)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .atMost(PATIENCE);
    }

    JdbcClient.StatementSpec sql(String statement) {
        return house.bean(JdbcClient.class).sql(statement);
    }

    void inTransaction(Runnable work) {
        new TransactionTemplate(house.bean(PlatformTransactionManager.class)).executeWithoutResult(_ -> work.run());
    }

    Instant now() {
        return house.bean(MovableClock.class).instant();
    }

    void forward(Duration time) {
        house.bean(MovableClock.class).forward(time);
    }

    /** Writes what a test gave it. */
    static final class StubPen implements LetterWriter {

        static final String KIND = "test.letter";

        private volatile Map<UUID, Letter> letters = new ConcurrentHashMap<>();

        void sharing(StubPen other) {
            letters = other.letters;
        }

        UUID toWrite(Letter letter) {
            var concerns = UUID.randomUUID();
            letters.put(concerns, letter);
            return concerns;
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Optional<Letter> write(LetterOrder order) {
            return Optional.ofNullable(letters.get(order.concerns()));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Pens {

        @Bean
        StubPen stubPen() {
            return new StubPen();
        }
    }
}
