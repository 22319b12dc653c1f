package org.poterne.database;

import static com.zaxxer.hikari.SQLExceptionOverride.Override.CONTINUE_EVICT;
import static com.zaxxer.hikari.SQLExceptionOverride.Override.MUST_EVICT;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * A connection that leads to a standby is dropped by the pool, as one that broke is: it would refuse to write for ever. The next
 * one is opened to whichever host is the primary by then. Public for the pool, which makes it by its name.
 */
public final class StandbyOverride implements SQLExceptionOverride {

    static final String READ_ONLY_TRANSACTION = "25006";

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException failure) {
        return READ_ONLY_TRANSACTION.equals(failure.getSQLState()) ? MUST_EVICT : CONTINUE_EVICT;
    }
}
