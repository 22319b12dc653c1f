package org.poterne.intake;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.intake.ImportProgress.Stage;
import org.poterne.intake.ImportRound.Added;
import org.poterne.profile.Profile;
import org.poterne.profile.Profiles;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accounts from a CSV file. Addresses that have an account keep it as it is, so that running twice changes nothing.
 *
 * <p>The file is read twice: first to the end without writing, so that one that breaks off half-way adds nobody.
 */
@Component
public final class AccountImport {

    private final Accounts accounts;
    private final Profiles profiles;
    private final Tenants tenants;
    private final TransactionTemplate transaction;

    AccountImport(Accounts accounts, Profiles profiles, Tenants tenants, PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.tenants = tenants;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws ImportFileRefused when the file is not a list of people at all */
    public ImportReport run(TenantId tenant, Path file, ImportMode mode, Consumer<ImportProgress> progress) {
        var source = ImportFile.of(file, ImportPlan.of(tenants.get(tenant), tenants));
        var checked = read(source, Stage.CHECKING, progress, _ -> Added.NOBODY);
        return switch (mode) {
            case GOOD_ONES_KEPT -> read(source, Stage.ADDING, progress, people -> inTransaction(tenant, people));
            case ALL_OR_NOTHING ->
                checked.refused().isEmpty() ? allOrNothing(tenant, source, progress) : checked.nothingAdded();
        };
    }

    private Added inTransaction(TenantId tenant, List<ImportedPerson> people) {
        var added = transaction.execute(_ -> add(tenant, people));
        return added == null ? Added.NOBODY : added;
    }

    /** What is refused here and was not when the file was checked is a username that somebody has: nobody is added then. */
    private ImportReport allOrNothing(TenantId tenant, ImportFile source, Consumer<ImportProgress> progress) {
        var report = transaction.execute(status -> {
            var read = read(source, Stage.ADDING, progress, people -> add(tenant, people));
            if (!read.refused().isEmpty()) {
                status.setRollbackOnly();
            }
            return read;
        });
        if (report == null) {
            throw ImportFileRefused.changed(source.path());
        }
        if (report.refused().stream().anyMatch(row -> !(row.why() instanceof RowRefusal.UsernameTaken))) {
            throw ImportFileRefused.changed(source.path());
        }
        return report.refused().isEmpty() ? report : report.nothingAdded();
    }

    private static ImportReport read(
            ImportFile source, Stage stage, Consumer<ImportProgress> progress, ImportRound.Sink sink) {
        var round = new ImportRound(source.columns(), sink);
        source.forEachRow(stage, progress, round::take);
        return round.report();
    }

    private Added add(TenantId tenant, List<ImportedPerson> people) {
        var added = accounts.addAll(
                tenant, people.stream().map(ImportedPerson::account).toList());
        var kept = new HashMap<AccountId, Profile>();
        for (var person : people) {
            var account = added.get(person.account().email());
            if (account != null) {
                kept.put(account, person.profile());
            }
        }
        profiles.keepAll(tenant, kept);
        return new Added(added.size(), usernameTaken(tenant, people, added.keySet()));
    }

    /** Neither added nor there before: what stood in the way was the username. */
    private Set<String> usernameTaken(TenantId tenant, List<ImportedPerson> people, Set<EmailAddress> added) {
        var left = people.stream()
                .map(person -> person.account().email())
                .filter(email -> !added.contains(email))
                .toList();
        if (left.isEmpty()) {
            return Set.of();
        }
        var known = accounts.known(tenant, left);
        return left.stream()
                .filter(email -> !known.contains(email))
                .map(EmailAddress::canonical)
                .collect(Collectors.toSet());
    }
}
