package org.poterne.desk;

import java.util.List;
import org.poterne.account.AccountId;

/** Somebody's account before anything is verified: enough to choose it, too little to be told. */
public record FoundPerson(AccountId id, String name, String email, String username, List<String> establishments) {}
