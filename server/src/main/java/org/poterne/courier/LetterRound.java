package org.poterne.courier;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.poterne.courier.Postman.Delivery;
import org.poterne.tenant.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One try at one letter: written, put under cover, handed to the postman, and entered in the register. */
@Component
final class LetterRound implements ExecutionHandler<Void> {

    static final String TASK = "letter";

    private static final Logger log = LoggerFactory.getLogger(LetterRound.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final Tenants tenants;
    private final LetterRegister register;
    private final Map<String, LetterWriter> writers;
    private final Dispatch dispatch;
    private final Clock clock;

    LetterRound(Tenants tenants, LetterRegister register, List<LetterWriter> writers, Dispatch dispatch, Clock clock) {
        this.tenants = tenants;
        this.register = register;
        this.writers = writers.stream().collect(Collectors.toMap(LetterWriter::kind, Function.identity()));
        this.dispatch = dispatch;
        this.clock = clock;
    }

    @Override
    public CompletionHandler<Void> execute(TaskInstance<Void> task, ExecutionContext context) {
        var id = UUID.fromString(task.getId());
        return register.waiting(id).map(order -> attempt(id, order)).orElseGet(OnCompleteRemove::new);
    }

    private CompletionHandler<Void> attempt(UUID id, LetterOrder order) {
        if (!clock.instant().isBefore(order.staleAt())) {
            log.warn("letter {} ({}, tenant {}) could not be sent in time", id, order.kind(), order.tenant());
            register.close(id, LetterState.STALE, "not sent in time");
            return new OnCompleteRemove<>();
        }
        return writer(order).write(order).map(letter -> send(id, order, letter)).orElseGet(() -> {
            register.close(id, LetterState.NOBODY, "");
            return new OnCompleteRemove<>();
        });
    }

    private CompletionHandler<Void> send(UUID id, LetterOrder order, Letter letter) {
        return switch (dispatch.send(tenants.get(order.tenant()), letter)) {
            case Delivery.Accepted() -> {
                register.close(id, LetterState.SENT, "");
                yield new OnCompleteRemove<>();
            }
            case Delivery.Refused(var trouble) -> {
                log.warn("letter {} ({}, tenant {}) is undeliverable: {}", id, order.kind(), order.tenant(), trouble);
                register.close(id, LetterState.UNDELIVERABLE, trouble);
                yield new OnCompleteRemove<>();
            }
            case Delivery.TryAgain(var trouble) -> again(id, order, trouble);
        };
    }

    private CompletionHandler<Void> again(UUID id, LetterOrder order, String trouble) {
        var pause = pauseAfter(register.noteTrouble(id, trouble));
        log.warn("letter {} ({}, tenant {}) waits {}: {}", id, order.kind(), order.tenant(), pause, trouble);
        return (done, operations) -> operations.reschedule(done, clock.instant().plus(pause));
    }

    /** 5 s, 10 s, 20 s … 10 min: a person waits at the other end at first, and a broken relay later. */
    static Duration pauseAfter(int tries) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private LetterWriter writer(LetterOrder order) {
        var writer = writers.get(order.kind());
        if (writer == null) {
            throw new IllegalStateException("nobody writes letters of kind " + order.kind());
        }
        return writer;
    }
}
