package org.poterne.tenant;

import java.util.function.Predicate;

/**
 * A page of a tenant's own by which its people reach a human: a bean of the module that has it. Where it is offered, it stands
 * before the contact of the tenant file.
 *
 * @param path of the page: {@code /assistance}
 */
public record ContactPage(String path, Predicate<TenantId> offered) {}
