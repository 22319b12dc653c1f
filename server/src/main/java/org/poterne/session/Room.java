package org.poterne.session;

import java.util.function.BiPredicate;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/**
 * A page that a module opens to some of those who are signed in: a bean. It is a link on the account's page and at home, so that
 * neither needs to know who offers it.
 *
 * @param stem of its words, with its dot: {@code "users.room."}; behind it {@code label}, and {@code detail} for the line below
 * @param path of the page: {@code /users}
 * @param rank its place among the others, small first
 * @param opens whose it is
 */
public record Room(String stem, String path, int rank, BiPredicate<TenantId, AccountId> opens) {}
