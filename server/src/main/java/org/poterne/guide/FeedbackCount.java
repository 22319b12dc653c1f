package org.poterne.guide;

import java.time.Instant;
import java.util.Optional;

/** What the readers of one page thought of it, in one language. */
public record FeedbackCount(String page, String language, int useful, int notUseful, Optional<Instant> lastComment) {}
