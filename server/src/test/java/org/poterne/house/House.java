package org.poterne.house;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.poterne.Poterne;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.account.NewAccount;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.tenant.TenantId;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * A Poterne that runs: real database, real SMTP, real port. {@link #open()} gives the one that most tests share; a test
 * that needs its own settings, or a second node, builds it.
 */
public final class House implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Set<House> RUNNING = ConcurrentHashMap.newKeySet();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration GLANCE = Duration.ofMillis(10);

    private final ConfigurableApplicationContext context;
    private final URI address;
    private final URI front;
    private final String schema;
    private final Path data;
    private final Scheduler tasks;

    private House(ConfigurableApplicationContext context, URI address, URI front, String schema, Path data) {
        this.context = context;
        this.address = address;
        this.front = front;
        this.schema = schema;
        this.data = data;
        this.tasks = (Scheduler)
                Objects.requireNonNull(ReflectionTestUtils.getField(context.getBean("taskRunner"), "scheduler"));
    }

    /** The shared one, started once. Tests keep apart by their people, {@link #person}; what classes before have spent is forgotten. */
    public static House open() {
        return Shared.HOUSE.withFreshBudgets();
    }

    /** As {@code ./poterne demo} has it: sample people, and the mailbox that keeps every letter. Shared, started once. */
    public static House demo() {
        return SharedDemo.HOUSE.withFreshBudgets();
    }

    public static Builder build() {
        return new Builder();
    }

    /** A second node: same database, same keys, same address in its links, another port. */
    public House secondNode() {
        return secondNode(build());
    }

    /** A second node with more beans and other settings. */
    public House secondNode(Class<?> addition, Map<String, ?> settings) {
        var builder = build().adding(addition);
        settings.forEach(builder::with);
        return secondNode(builder);
    }

    /** Both are moved as one: whatever a node holds for a moment would be dead for one whose clock is days ahead. */
    private House secondNode(Builder builder) {
        var node = builder.inSchema(schema)
                .inFolder(data)
                .with("poterne.base-url", address)
                .start();
        node.bean(MovableClock.class).follow(bean(MovableClock.class));
        return node;
    }

    /** A node on the same database with keys of its own, as after a restore that forgot them. */
    public House nodeWithKeysOf(Path folder) {
        return build().inSchema(schema).inFolder(folder).start();
    }

    public URI address() {
        return address;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> List<T> beans(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    public Path data() {
        return data;
    }

    public Visitor visitor() {
        return Visitor.at(address, front);
    }

    /** Somebody new, with an account without a password. */
    public Person person(String tenant) {
        var number = COUNT.incrementAndGet();
        var email = "person." + number + "@example.org";
        var address = EmailAddress.parse(email).orElseThrow();
        bean(Accounts.class)
                .addAll(new TenantId(tenant), List.of(new NewAccount(address, "Camille", "Martin " + number)));
        return new Person(tenant, email);
    }

    /** Somebody new, who has had this password for a while. */
    public Person person(String tenant, String password) {
        var person = person(tenant);
        var passwords = bean(Passwords.class);
        passwords.replace(new TenantId(tenant), account(person).id(), passwords.hash(new RawPassword(password)));
        person.mailbox().next(); // the notice
        return person;
    }

    public Account account(Person person) {
        var address = EmailAddress.parse(person.email()).orElseThrow();
        return bean(Accounts.class)
                .findByEmail(new TenantId(person.tenant()), address)
                .orElseThrow();
    }

    /** All tests come from one address, and real browsers can come from no other: what it has spent is forgotten. */
    public House withFreshBudgets() {
        bean(JdbcClient.class).sql("delete from budget").update();
        return this;
    }

    /** Its next round begins now, instead of within half a second. */
    public void lookForWork() {
        tasks.triggerCheckForDueExecutions();
    }

    static void allLookForWork() {
        RUNNING.forEach(House::lookForWork);
    }

    /** Waits until no house that runs has anything left to do that is due: letters, purges, reminders. */
    static void allComeToRest() {
        RUNNING.forEach(house -> Awaitility.await("what is due at " + house.address)
                .pollDelay(Duration.ZERO)
                .pollInterval(GLANCE)
                .atMost(PATIENCE)
                .until(house::due, List::isEmpty));
    }

    /** Tasks that wait for a worker, and those that one works on: a task leaves the table when its work is done. */
    private List<String> due() {
        var due = bean(JdbcClient.class)
                .sql("select task_name || ' ' || task_instance from scheduled_tasks where execution_time <= :now")
                .param("now", bean(Clock.class).instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getString(1))
                .list();
        if (!due.isEmpty()) {
            allLookForWork();
        }
        return due;
    }

    @Override
    public void close() {
        RUNNING.remove(this);
        context.close();
    }

    private static final class Shared {
        static final House HOUSE = build().start();
    }

    private static final class SharedDemo {
        static final House HOUSE = build().asDemo().start();
    }

    /** How a house is started. */
    public static final class Builder {

        private final Map<String, Object> settings = new HashMap<>();
        private final List<Class<?>> additions = new ArrayList<>(List.of(HouseBeans.class, LightHashes.class));
        private String schema = "house_" + COUNT.incrementAndGet();
        private Path data = temporaryFolder();
        private String[] profiles = {"test"};

        public Builder with(String setting, Object value) {
            settings.put(setting, value);
            return this;
        }

        public Builder adding(Class<?> configuration) {
            additions.add(configuration);
            return this;
        }

        /** Passwords cost what they cost in production. */
        public Builder withHeavyHashes() {
            additions.remove(LightHashes.class);
            return this;
        }

        public Builder asDemo() {
            profiles = new String[] {"test", "demo"};
            return this;
        }

        /** Its database is reached through this cable. */
        public Builder through(Cable cable) {
            return with("spring.datasource.url", TestDatabase.urlThrough(cable.port(), schema));
        }

        public Builder inFolder(Path folder) {
            data = folder;
            return this;
        }

        Builder inSchema(String name) {
            schema = name;
            return this;
        }

        public House start() {
            var port = freePort();
            settings.put("server.port", port);
            settings.putIfAbsent("poterne.base-url", "http://localhost:" + port);
            settings.putIfAbsent("poterne.tenants", TestTenants.folder(port));
            settings.put("poterne.data", data);
            settings.putIfAbsent("poterne.mail.from", "no-reply@poterne.example");
            settings.putIfAbsent("poterne.list-tenants", true);
            // Looking for a quicker one takes seconds that no test has; it has tests of its own.
            settings.putIfAbsent("poterne.argon2.implementation", "bouncy-castle");
            // Many houses stand at once, and most of them are asleep: the database has a hundred connections for all.
            settings.putIfAbsent("spring.datasource.hikari.minimum-idle", 1);
            settings.putIfAbsent("spring.datasource.hikari.idle-timeout", 10_000);
            settings.putIfAbsent("spring.mail.host", "127.0.0.1");
            settings.putIfAbsent("spring.mail.port", Mailbox.smtpPort());
            TestDatabase.settings(schema).forEach(settings::putIfAbsent);
            additions.addFirst(Poterne.class);
            var arguments = settings.entrySet().stream()
                    .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                    .toArray(String[]::new);
            var context = new SpringApplicationBuilder(additions.toArray(Class<?>[]::new))
                    .profiles(profiles)
                    .run(arguments);
            var front = URI.create(String.valueOf(settings.get("poterne.base-url")));
            var house = new House(context, URI.create("http://localhost:" + port), front, schema, data);
            RUNNING.add(house);
            return house;
        }

        private static Path temporaryFolder() {
            try {
                return Files.createTempDirectory("poterne-house");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static int freePort() {
            try (var socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
