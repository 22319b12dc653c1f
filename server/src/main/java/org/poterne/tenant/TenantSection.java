package org.poterne.tenant;

/**
 * A module's claim on its own section of the tenant file: a bean, one per module that has settings.
 *
 * @param name the key in the file: {@code recovery}
 * @param type the record it is parsed into
 */
public record TenantSection<P extends Record & TenantPolicy>(String name, Class<P> type) {}
