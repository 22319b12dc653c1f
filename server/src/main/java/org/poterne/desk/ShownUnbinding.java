package org.poterne.desk;

import java.util.List;
import org.poterne.unbinding.Unbinding;

/**
 * An unbinding as agents see it.
 *
 * @param decider empty until somebody has decided
 * @param due empty until it is approved
 * @param factors what the account holds now
 */
public record ShownUnbinding(
        Unbinding unbinding,
        String request,
        String proposer,
        String decider,
        ShownTime proposed,
        String due,
        String reason,
        List<String> factors) {}
