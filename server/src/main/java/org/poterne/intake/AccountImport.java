package org.poterne.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.poterne.account.Accounts;
import org.poterne.account.NewAccount;
import org.poterne.intake.ImportProgress.Stage;
import org.poterne.tenant.TenantId;
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
    private final TransactionTemplate transaction;

    AccountImport(Accounts accounts, PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws ImportFileRefused when the file is not a list of people at all */
    public ImportReport run(TenantId tenant, Path file, ImportMode mode, Consumer<ImportProgress> progress) {
        var source = ImportFile.of(file);
        var checked = read(source, Stage.CHECKING, progress, _ -> 0);
        return switch (mode) {
            case GOOD_ONES_KEPT ->
                read(source, Stage.ADDING, progress, people -> transaction.execute(_ -> add(tenant, people)));
            case ALL_OR_NOTHING ->
                checked.refused().isEmpty()
                        ? transaction.execute(_ -> addAll(tenant, source, progress))
                        : checked.nothingAdded();
        };
    }

    private ImportReport addAll(TenantId tenant, ImportFile source, Consumer<ImportProgress> progress) {
        var report = read(source, Stage.ADDING, progress, people -> add(tenant, people));
        if (!report.refused().isEmpty()) {
            throw ImportFileRefused.changed(source.path()); // none was, when it was checked: roll back
        }
        return report;
    }

    private static ImportReport read(
            ImportFile source, Stage stage, Consumer<ImportProgress> progress, ToIntFunction<List<NewAccount>> add) {
        var round = new ImportRound(source.columns(), add);
        source.forEachRow(stage, progress, round::take);
        return round.report();
    }

    private int add(TenantId tenant, List<NewAccount> people) {
        return accounts.addAll(tenant, people).size();
    }
}
