package org.poterne.account;

/** What an account is made of before it has an id. It has no password until its owner sets one. */
public record NewAccount(EmailAddress email, String givenName, String familyName) {}
