package org.poterne.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.account.Enrolment;
import org.poterne.account.NewAccount;
import org.poterne.account.Username;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.tenant.TenantId;
import org.springframework.transaction.support.TransactionTemplate;

/** An establishment of extranet that nobody knew before, and its people, each with an address and a browser of their own. */
public record Hotel(House house, Establishment establishment) {

    public static final TenantId EXTRANET = new TenantId("extranet");
    public static final String PASSWORD = "une clé au tableau, la douze";

    private static final AtomicInteger COUNT = new AtomicInteger();

    public static Hotel in(House house) {
        var number = 3000 + COUNT.incrementAndGet();
        return new Hotel(
                house,
                house.bean(Establishments.class)
                        .add(
                                EXTRANET,
                                new EstablishmentNumber(String.valueOf(number)),
                                "Hôtel " + number,
                                EmailAddress.parse("hotel." + number + "@example.org")
                                        .orElseThrow())
                        .orElseThrow());
    }

    public String number() {
        return establishment.number().value();
    }

    public String email() {
        return establishment.email().given();
    }

    /** Somebody with all rights here. */
    public Employee administrator() {
        return employee("reservations", "rates", "reviews", "finances", "users");
    }

    /** Somebody with these rights here. */
    public Employee employee(String... rights) {
        var somebody = somebody(house);
        join(somebody, rights);
        return somebody;
    }

    /** Somebody with these rights here who has never signed in: no password yet, and no letter. */
    public AccountId member(String... rights) {
        var address = EmailAddress.parse("member." + COUNT.incrementAndGet() + "@example.org")
                .orElseThrow();
        house.bean(Accounts.class).addAll(EXTRANET, List.of(new NewAccount(address, "Noa", "Petit")));
        var id = house.bean(Accounts.class)
                .findByEmail(EXTRANET, address)
                .orElseThrow()
                .id();
        join(id, rights);
        return id;
    }

    /** Somebody without access to anything, who has had {@link #PASSWORD} since before the address was proved. */
    public static Employee somebody(House house) {
        var number = COUNT.incrementAndGet();
        var username = "employee." + number;
        var mailbox = new Mailbox("employee." + number + "@example.org");
        var address = EmailAddress.parse(mailbox.address()).orElseThrow();
        var person = new NewAccount(address, Username.parse(username), "Sam", "Petit " + number);
        var accounts = house.bean(Accounts.class);
        var passwords = house.bean(Passwords.class);
        if (!(accounts.signUp(EXTRANET, person, Locale.FRENCH) instanceof Enrolment.Added(var id))) {
            throw new AssertionError("not added: " + username);
        }
        passwords.replace(EXTRANET, id, passwords.hash(new RawPassword(PASSWORD)));
        accounts.confirm(EXTRANET, id, address);
        return new Employee(house, id, username, mailbox, house.visitor().from("127.0.3." + (1 + number % 250)));
    }

    public void join(Employee employee, String... rights) {
        join(employee.id(), rights);
    }

    private void join(AccountId account, String... rights) {
        house.bean(TransactionTemplate.class)
                .executeWithoutResult(_ -> house.bean(Memberships.class)
                        .grant(EXTRANET, establishment.id(), account, Rights.of(List.of(rights))));
    }

    public Optional<Rights> rightsOf(Employee employee) {
        return rightsOf(employee.id());
    }

    public Optional<Rights> rightsOf(AccountId account) {
        return house.bean(Memberships.class)
                .find(EXTRANET, establishment.id(), account)
                .map(Membership::rights);
    }

    /** Somebody of an establishment, or of none. */
    public record Employee(House house, AccountId id, String username, Mailbox mailbox, Visitor visitor) {

        public Employee signIn() {
            assertThat(signIn(PASSWORD).path()).as(username + " signs in").isEqualTo("/extranet/");
            return this;
        }

        /** The same browser, at another node. */
        public Employee at(House node) {
            return new Employee(node, id, username, mailbox, node.visitor().withCookiesOf(visitor));
        }

        public Seen signIn(String password) {
            return visitor.submit(
                    visitor.get("/extranet/sign-in"), Map.of("identifier", username, "password", password));
        }

        public String email() {
            return mailbox.address();
        }

        public Seen get(String page) {
            return visitor.get("/extranet" + page);
        }

        /** Opens the page and sends its form. */
        public Seen send(String page, Map<String, String> typed) {
            return visitor.submit(get(page), typed);
        }

        /** Posts these fields with a good form token, whatever page they belong to. */
        public Seen post(String page, Map<String, String> fields) {
            var all = new LinkedHashMap<>(fields);
            all.put("_csrf", get("/recovery").first("input[name=_csrf]").attr("value"));
            return visitor.post("/extranet" + page, all);
        }

        public boolean isIn() {
            return get("/account").path().equals("/extranet/account");
        }
    }
}
