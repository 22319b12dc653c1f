package org.poterne.authenticator;

import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What the application hears instead: the time here too, since a phone whose clock is wrong signs in vain. */
@ControllerAdvice
class CallRefusals {

    private final Clock clock;

    CallRefusals(Clock clock) {
        this.clock = clock;
    }

    @ExceptionHandler(CallRefused.class)
    ResponseEntity<Map<String, Object>> refused(CallRefused refusal) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .body(Map.of("now", clock.millis(), "outcome", refusal.outcome()));
    }
}
