package org.poterne.device;

import java.util.UUID;

/** A browser's name. Worth something only in a cookie that we signed. */
public record DeviceId(UUID value) {

    static DeviceId fresh() {
        return new DeviceId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
