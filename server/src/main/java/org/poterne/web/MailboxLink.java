package org.poterne.web;

/** Where the front page may point for the letters; only a demo has such a place. */
public record MailboxLink(String path) {}
