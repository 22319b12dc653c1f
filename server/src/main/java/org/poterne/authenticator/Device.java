package org.poterne.authenticator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;

/** A phone with its keys. */
record Device(Authenticator authenticator, DeviceKey key, Lock lock, boolean isRevoked) {

    static Device of(ResultSet row, int number) throws SQLException {
        return new Device(
                known(row, number),
                key(row.getBytes("device_key")),
                lock(row.getString("lock_kind"), row.getBytes("lock_key")),
                row.getObject("revoked_at") != null);
    }

    static Authenticator known(ResultSet row, int number) throws SQLException {
        return new Authenticator(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("name"),
                instant(row.getObject("since", OffsetDateTime.class)),
                Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))
                        .map(Device::instant));
    }

    private static Lock lock(String kind, byte[] key) {
        return "pin".equals(kind) ? new Lock.Pin(key(key)) : new Lock.OfThePhone(new PhoneCredential(key));
    }

    private static DeviceKey key(byte[] kept) {
        return DeviceKey.parse(kept).orElseThrow(() -> new IllegalStateException("a kept key that is none"));
    }

    private static Instant instant(OffsetDateTime moment) {
        return moment.toInstant();
    }
}
