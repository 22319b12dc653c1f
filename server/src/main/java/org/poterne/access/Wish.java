package org.poterne.access;

import org.poterne.account.AccountId;
import org.poterne.account.EmailAddress;
import org.poterne.membership.Administrator;
import org.poterne.membership.EstablishmentNumber;
import org.poterne.membership.Rights;

/**
 * What an administrator asks for one of their people.
 *
 * @param email of the establishment that is asked: number and address together name it
 */
record Wish(Administrator by, AccountId account, EstablishmentNumber number, EmailAddress email, Rights rights) {}
