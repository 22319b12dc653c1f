package org.poterne.desk;

import org.poterne.assistance.AssistanceRequest;

/**
 * A request as the queue shows it.
 *
 * @param holder whose hands it is in; empty when nobody's
 */
public record QueuedRequest(AssistanceRequest request, String age, ShownTime asked, String holder) {}
