package org.poterne.factor;

import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.device.DeviceId;
import org.poterne.lockout.CodeComparison;

/** What was typed at the door, compared within the account's budget of failures. */
@FunctionalInterface
public interface FactorGuess {

    CodeComparison of(AccountId account, Optional<DeviceId> device);
}
