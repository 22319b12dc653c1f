package org.poterne.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.poterne.device.KnownDevices;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantCookie;
import org.poterne.tenant.TenantId;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The only way to a session: from what was shown at the door, through every step that is due, in their order. A step is passed
 * by its own module, and none can be skipped: what is behind is written in the entry, and a session opens when nothing is due
 * (ASVS 5.0 2.3.1; CVE-2026-18963).
 */
@Component
public final class Entrance {

    private final List<EntryStep> steps;
    private final Entries entries;
    private final Opening opening;
    private final CurrentSession currentSession;
    private final KnownDevices devices;

    Entrance(
            List<EntryStep> steps,
            Entries entries,
            Opening opening,
            CurrentSession currentSession,
            KnownDevices devices) {
        this.steps =
                steps.stream().sorted(Comparator.comparingInt(EntryStep::rank)).toList();
        this.entries = entries;
        this.opening = opening;
        this.currentSession = currentSession;
        this.devices = devices;
    }

    /**
     * Somebody comes from the door.
     *
     * @return the page to go to: the first step that is due, or the entry's destination; nothing when the password that was
     *     shown has been replaced meanwhile
     */
    public Optional<String> arrive(
            Tenant tenant, Entry entry, HttpServletRequest request, HttpServletResponse response) {
        return onwards(tenant, entry, opening.openOr(tenant.id(), entry, due(tenant.id())), request, response);
    }

    /** Who is on the way in with this browser. */
    public Optional<Entry> current(Tenant tenant, HttpServletRequest request) {
        return secret(tenant, request).flatMap(secret -> entries.find(tenant.id(), secret));
    }

    /** As above, when this step is what is due: no step is answered before its turn. */
    public Optional<Entry> at(Tenant tenant, EntryStep step, HttpServletRequest request) {
        return current(tenant, request)
                .filter(entry -> next(tenant.id(), entry)
                        .filter(due -> due.name().equals(step.name()))
                        .isPresent());
    }

    /**
     * A step is behind.
     *
     * @return the page to go to; nothing when the entry is over: it leads to the door
     */
    public Optional<String> passed(
            Tenant tenant, Entry entry, String step, HttpServletRequest request, HttpServletResponse response) {
        return secret(tenant, request).flatMap(secret -> {
            var further = further(entry, step);
            return onwards(
                    tenant, further, opening.goOn(tenant.id(), secret, further, due(tenant.id())), request, response);
        });
    }

    /**
     * A step is behind by replacing the password: the entry is spent, the change made and the session opened in one
     * transaction.
     *
     * @param change whether it was made; if not, nothing has happened
     */
    public Optional<String> passedBy(
            Tenant tenant,
            Entry entry,
            String step,
            BooleanSupplier change,
            HttpServletRequest request,
            HttpServletResponse response) {
        return secret(tenant, request).flatMap(secret -> {
            var further = further(entry, step);
            return onwards(
                    tenant,
                    further,
                    opening.goOnBy(tenant.id(), secret, further, change, due(tenant.id())),
                    request,
                    response);
        });
    }

    /** Asked where nothing of it can change any more: in the transaction that opens. */
    private Function<Entry, Optional<EntryStep>> due(TenantId tenant) {
        return entry -> next(tenant, entry);
    }

    private Optional<EntryStep> next(TenantId tenant, Entry entry) {
        return steps.stream()
                .filter(step -> !entry.shown().contains(step.name()))
                .filter(step -> step.isDue(tenant, entry))
                .findFirst();
    }

    private static Entry further(Entry entry, String step) {
        var shown = new HashSet<>(entry.shown());
        shown.add(step);
        return new Entry(
                entry.id(),
                entry.account(),
                entry.since(),
                shown,
                entry.origin(),
                entry.language(),
                entry.destination());
    }

    private Optional<String> onwards(
            Tenant tenant,
            Entry entry,
            Optional<Opening.Opened> opened,
            HttpServletRequest request,
            HttpServletResponse response) {
        return opened.map(what -> switch (what) {
            case Opening.InTheRoom(var session) -> {
                currentSession.begin(tenant, session, request, response);
                devices.remember(tenant, entry.account(), request, response);
                clear(tenant, request, response);
                yield entry.destination().path();
            }
            case Opening.AtAStep(var secret, var step) -> {
                response.addHeader(
                        HttpHeaders.SET_COOKIE,
                        cookie(tenant).set(secret.reveal(), Entries.LIFE).toString());
                yield step.path();
            }
        });
    }

    private static void clear(Tenant tenant, HttpServletRequest request, HttpServletResponse response) {
        if (secret(tenant, request).isPresent()) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(tenant).clear().toString());
        }
    }

    private static Optional<SessionId> secret(Tenant tenant, HttpServletRequest request) {
        return cookie(tenant).read(request).flatMap(SessionId::parse);
    }

    private static TenantCookie cookie(Tenant tenant) {
        return new TenantCookie(tenant, "entry");
    }
}
