package org.poterne.tenant;

import java.util.List;

/**
 * What no section of a tenant file can see by itself: settings that are fine alone and do not go together. A bean of the
 * module that knows what would not work; asked once every section has been read.
 */
public interface TenantCheck {

    List<Misfit> misfits(TenantSettingsRead file);

    /**
     * One mistake.
     *
     * @param key section and key, as in the file: {@code registration.ask}
     */
    record Misfit(String key, String what, String remedy) {}
}
