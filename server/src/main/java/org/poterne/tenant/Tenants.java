package org.poterne.tenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.poterne.tenant.TenantFileRefused.Problem;
import org.poterne.words.Sentences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The tenants of this install, read once at start; a mistake in any file stops the start. */
@Component
public final class Tenants {

    private static final Logger log = LoggerFactory.getLogger(Tenants.class);

    /** First path segments that are not a tenant's. */
    private static final Set<String> RESERVED = Set.of("actuator", "assets", "error", "mailbox");

    private final Map<TenantId, Tenant> byId = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    private final Map<String, Tenant> byHost = new HashMap<>();
    private final Map<TenantId, Map<Class<?>, TenantPolicy>> policies = new HashMap<>();
    private final URI baseUrl;

    Tenants(
            TenantSettings settings,
            List<TenantSection<?>> sections,
            List<TenantCheck> checks,
            Sentences sentences,
            Clock clock) {
        this.baseUrl = settings.baseUrl();
        var reader = new TenantFileReader(sections, checks, sentences);
        var problems = new ArrayList<Problem>();
        for (var folder : folders(settings.tenants(), problems)) {
            var file = folder.resolve("tenant.yaml");
            var name = String.valueOf(folder.getFileName());
            var id = TenantId.parse(name);
            if (RESERVED.contains(name)) {
                problems.add(new Problem(
                        folder, 0, "folder", "is the name of a page of the install.", "Choose another short name."));
                continue;
            }
            if (id.isEmpty()) {
                problems.add(new Problem(
                        folder, 0, "folder", "is not a tenant's short name.", "Use a to z, 0 to 9 and '-'."));
                continue;
            }
            reader.read(file, problems).ifPresent(reading -> {
                add(tenant(id.get(), folder, reading.organisation(), sentences), problems, file);
                policies.put(id.get(), reading.policies());
                warn(id.get(), reading, LocalDate.now(clock));
            });
        }
        if (!problems.isEmpty()) {
            throw new TenantFileRefused(problems);
        }
    }

    public Optional<Tenant> find(TenantId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** @throws IllegalArgumentException for a tenant that is not of this install: ids come from these very files */
    public Tenant get(TenantId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no tenant " + id));
    }

    /** @param host as in a Host header: lower-case, with a port unless it is the scheme's own */
    public Optional<Tenant> byHost(String host) {
        return Optional.ofNullable(byHost.get(host.toLowerCase(Locale.ROOT)));
    }

    public List<Tenant> all() {
        return List.copyOf(byId.values());
    }

    /** Where the tenants without a host of their own are reached. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** A module's settings for one tenant. */
    public <P extends Record & TenantPolicy> P policy(TenantId id, Class<P> type) {
        var policy = policies.getOrDefault(id, Map.of()).get(type);
        if (policy == null) {
            throw new IllegalArgumentException("no " + type.getSimpleName() + " for tenant " + id);
        }
        return type.cast(policy);
    }

    /** All settings of one tenant that answer a question, whatever module's they are. */
    public <T> Stream<T> settings(TenantId id, Class<T> question) {
        return policies.getOrDefault(id, Map.of()).values().stream()
                .filter(question::isInstance)
                .map(question::cast);
    }

    private void add(Tenant tenant, List<Problem> problems, Path file) {
        byId.put(tenant.id(), tenant);
        for (var host : tenant.hosts()) {
            var other = byHost.put(host, tenant);
            if (other != null) {
                problems.add(new Problem(
                        file, 0, "hosts", "'" + host + "' is also " + other.id() + "'s.", "Give it to one tenant."));
            }
        }
    }

    private Tenant tenant(TenantId id, Path folder, TenantFile organisation, Sentences sentences) {
        return new Tenant(id, urlOf(id, organisation), organisation, folder, sentences);
    }

    private URI urlOf(TenantId id, TenantFile file) {
        return file.hosts().isEmpty() ? URI.create(baseUrl + "/" + id) : file.address(baseUrl);
    }

    private static List<Path> folders(Path tenants, List<Problem> problems) {
        if (!Files.isDirectory(tenants)) {
            problems.add(new Problem(
                    tenants,
                    0,
                    "poterne.tenants",
                    "is not a folder.",
                    "Name the folder that holds <tenant>/tenant.yaml."));
            return List.of();
        }
        try (var entries = Files.list(tenants)) {
            var found = entries.filter(Files::isDirectory)
                    .filter(entry -> !String.valueOf(entry.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                problems.add(new Problem(
                        tenants,
                        0,
                        "poterne.tenants",
                        "holds no tenant.",
                        "Add <tenant>/tenant.yaml; docs/tenant-file.md shows one."));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + tenants, e);
        }
    }

    private static void warn(TenantId id, TenantFileReader.Reading reading, LocalDate today) {
        for (var policy : reading.policies().values()) {
            policy.weaknesses()
                    .forEach(weakness -> log.warn("tenant {}: {} is below {}", id, weakness.rule(), weakness.clause()));
        }
        for (var exception : reading.organisation().exceptions()) {
            if (!today.isBefore(exception.reviewBefore())) {
                log.warn(
                        "tenant {}: the exception {} was to be reviewed before {}",
                        id,
                        exception.rule(),
                        exception.reviewBefore());
            }
        }
    }
}
