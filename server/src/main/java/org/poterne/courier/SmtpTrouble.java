package org.poterne.courier;

import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailSendException;

/**
 * What an SMTP conversation that failed comes down to: the reply code where there was one.
 *
 * @param code of RFC 5321 §4.2, or 0 when the server never answered
 * @param words for the register and the log: the kind of trouble and the code, never the server's own text, which repeats
 *     the address
 */
record SmtpTrouble(int code, String words) {

    /** Replies about our own sign-in at the mail server (RFC 4954 §6): the operator mends it, and the letter then leaves. */
    private static final Set<Integer> OURS_TO_MEND = Set.of(530, 534, 535, 538);

    boolean isFinal() {
        return code >= 500 && code < 600 && !OURS_TO_MEND.contains(code);
    }

    static SmtpTrouble of(Exception failure) {
        Deque<Throwable> chain = new ArrayDeque<>();
        chain.add(failure);
        var last = failure.getClass().getSimpleName();
        while (!chain.isEmpty()) {
            var next = chain.poll();
            var code = code(next);
            if (code > 0) {
                return new SmtpTrouble(code, "SMTP " + code);
            }
            last = next.getClass().getSimpleName();
            causesOf(next, chain);
        }
        return new SmtpTrouble(0, last);
    }

    private static int code(Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
        };
    }

    private static void causesOf(Throwable failure, Deque<Throwable> chain) {
        if (failure instanceof MailSendException send) {
            chain.addAll(send.getFailedMessages().values());
        }
        if (failure instanceof MessagingException message && message.getNextException() != null) {
            chain.add(message.getNextException());
        }
        if (failure.getCause() != null) {
            chain.add(failure.getCause());
        }
    }
}
