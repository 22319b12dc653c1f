package org.poterne.guide;

import java.time.Instant;

/**
 * What somebody thought of a page; who, nobody knows.
 *
 * @param number in the order in which they came
 * @param comment may be empty; it is a stranger's text, wherever it is shown
 */
public record FeedbackAnswer(long number, String page, String language, boolean useful, String comment, Instant at) {}
