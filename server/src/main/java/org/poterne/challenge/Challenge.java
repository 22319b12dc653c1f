package org.poterne.challenge;

/** What a form asks of whoever sends it: work that nobody notices, or an image that somebody reads. */
public sealed interface Challenge permits Puzzle, Question {}
