package org.poterne.token;

/** What a token is good for; at any other door it is worth nothing. Each flow names its own. */
public record TokenPurpose(String value) {}
