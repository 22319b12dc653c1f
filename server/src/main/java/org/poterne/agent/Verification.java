package org.poterne.agent;

import java.time.Instant;
import java.util.List;

/** What an agent saw stand, and until when it opens the sheet. */
public record Verification(List<String> proofs, Instant since, Instant until) {}
