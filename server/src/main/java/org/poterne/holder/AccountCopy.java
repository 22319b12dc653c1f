package org.poterne.holder;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.Username;
import org.poterne.audit.AuditEntry;
import org.poterne.device.KnownDevice;
import org.poterne.factor.BoundFactor;
import org.poterne.membership.Membership;
import org.poterne.session.OpenSession;

/** All that is kept on one person, as a file that programs read (GDPR art. 15 and 20). No secret and no digest of one. */
record AccountCopy(
        String organisation,
        Instant takenAt,
        Profile profile,
        List<Session> sessions,
        List<Device> knownBrowsers,
        List<SecondFactor> secondFactors,
        List<Event> activity) {

    record Profile(
            String id,
            String email,
            Optional<String> username,
            String givenName,
            String familyName,
            Map<String, String> answers,
            Optional<String> language,
            Optional<Instant> emailConfirmedAt,
            List<Establishment> establishments) {

        /** @param known what the tenant asks beside the names, by the name of the field */
        static Profile of(Account account, Map<String, String> known, List<Membership> memberships) {
            return new Profile(
                    account.id().toString(),
                    account.email().given(),
                    account.username().map(Username::given),
                    account.givenName(),
                    account.familyName(),
                    known,
                    account.language().map(Locale::toLanguageTag),
                    account.confirmedAt(),
                    memberships.stream().map(Establishment::of).toList());
        }
    }

    record Establishment(String number, String name, List<String> rights, Instant since) {

        static Establishment of(Membership membership) {
            return new Establishment(
                    membership.establishment().number().value(),
                    membership.establishment().name(),
                    membership.rights().names().stream().sorted().toList(),
                    membership.since());
        }
    }

    record Session(String browser, String platform, String from, Instant openedAt, Instant lastSeenAt) {

        static Session of(OpenSession session) {
            return new Session(
                    session.browser().program().shown(),
                    session.browser().platform().shown(),
                    session.from().shown(),
                    session.since(),
                    session.seen());
        }
    }

    record Device(String browser, String platform, Instant knownFrom, Instant lastSeenAt) {

        static Device of(KnownDevice device) {
            return new Device(
                    device.browser().program().shown(),
                    device.browser().platform().shown(),
                    device.knownFrom(),
                    device.seenAt());
        }
    }

    /** @param kind as the product calls it: {@code totp} */
    record SecondFactor(String kind, List<Named> added) {

        record Named(String name, Instant addedAt) {}

        static SecondFactor of(String kind, List<BoundFactor> bound) {
            return new SecondFactor(
                    kind,
                    bound.stream()
                            .map(one -> new Named(one.name(), one.since()))
                            .toList());
        }
    }

    record Event(Instant at, String what, String from) {

        static Event of(AuditEntry entry) {
            return new Event(entry.at(), entry.what(), entry.from().shown());
        }
    }
}
