package org.poterne.desk;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.account.NewAccount;
import org.poterne.account.Username;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.membership.Establishment;
import org.poterne.membership.EstablishmentNumber;
import org.poterne.membership.Establishments;
import org.poterne.membership.MembershipPolicy;
import org.poterne.membership.Memberships;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody with a username, a password, and as many establishments as wanted. */
public record Member(House house, TenantId tenant, String email, String username, List<Establishment> establishments) {

    public static final String PASSWORD = "sésame, ouvre-toi donc";

    private static final AtomicInteger COUNT = new AtomicInteger();

    public static Member of(House house, String tenant, int establishments) {
        var number = COUNT.incrementAndGet();
        var id = new TenantId(tenant);
        var email = "membre." + number + "@example.org";
        var username = "membre." + number;
        house.bean(Accounts.class)
                .addAll(
                        id,
                        List.of(new NewAccount(
                                EmailAddress.parse(email).orElseThrow(),
                                Username.parse(username),
                                "Léa",
                                "Moreau " + number,
                                java.util.Optional.empty())));
        var member = new Member(house, id, email, username, establishments(house, id, number, establishments));
        member.openAccount();
        return member;
    }

    private static List<Establishment> establishments(House house, TenantId tenant, int member, int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> house.bean(Establishments.class)
                        .add(
                                tenant,
                                new EstablishmentNumber("H" + member + "-" + index),
                                "Hôtel " + member + " " + index,
                                EmailAddress.parse("hotel." + member + "." + index + "@example.org")
                                        .orElseThrow())
                        .orElseThrow())
                .toList();
    }

    private void openAccount() {
        var passwords = house.bean(Passwords.class);
        passwords.replace(tenant, account().id(), passwords.hash(new RawPassword(PASSWORD)));
        mailbox().next(); // the notice
        var all =
                house.bean(Tenants.class).policy(tenant, MembershipPolicy.class).all();
        house.bean(TransactionTemplate.class)
                .executeWithoutResult(_ -> establishments.forEach(establishment -> house.bean(Memberships.class)
                        .grant(tenant, establishment.id(), account().id(), all)));
    }

    public Account account() {
        return house.bean(Accounts.class)
                .findByUsername(tenant, Username.parse(username).orElseThrow())
                .orElseThrow();
    }

    public Mailbox mailbox() {
        return new Mailbox(email);
    }

    public static Mailbox freshMailbox() {
        return new Mailbox("nouvelle." + COUNT.incrementAndGet() + "@example.net");
    }

    /** Signed in, in a browser of their own. */
    public DeskVisitor visitor() {
        var visitor = new DeskVisitor(house.visitor(), tenant.value());
        visitor.submit(visitor.get("/sign-in"), Map.of("identifier", username, "password", PASSWORD));
        return visitor;
    }
}
