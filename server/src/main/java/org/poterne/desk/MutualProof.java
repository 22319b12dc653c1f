package org.poterne.desk;

import java.time.Duration;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.agent.Act;
import org.poterne.agent.Deed;
import org.poterne.agent.Journal;
import org.poterne.assistance.AssistanceRequest;
import org.poterne.assistance.AssistanceRequest.Kind;
import org.poterne.assistance.CodeLetter;
import org.poterne.assistance.Codes;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the agent does with the codes, written down. */
@Component
class MutualProof {

    private final Codes codes;
    private final CodeLetter letter;
    private final AccountLetters letters;
    private final Journal journal;

    MutualProof(Codes codes, CodeLetter letter, AccountLetters letters, Journal journal) {
        this.codes = codes;
        this.letter = letter;
        this.letters = letters;
        this.journal = journal;
    }

    @Transactional
    public boolean match(TenantId tenant, AccountId agent, AssistanceRequest request, String typed) {
        var matched = codes.match(tenant, request.id(), typed);
        journal.enter(tenant, deed(agent, request, matched ? Act.CODE_MATCHED : Act.CODE_REFUSED));
        return matched;
    }

    /** How long to wait, when the account has had letters enough. */
    Optional<Duration> pause(TenantId tenant, AssistanceRequest request) {
        return request.account().flatMap(account -> letters.pause(tenant, account));
    }

    /** A holder who is signed in reads theirs on their own page. */
    @Transactional
    public boolean send(TenantId tenant, AccountId agent, AssistanceRequest request) {
        var sent = request.kind() != Kind.ADDRESS && letter.owe(tenant, request);
        if (sent) {
            journal.enter(tenant, deed(agent, request, Act.CODES_SENT));
        }
        return sent;
    }

    private static Deed deed(AccountId agent, AssistanceRequest request, Act act) {
        var deed = Deed.by(agent, act).about(request.id());
        return request.account().map(deed::on).orElse(deed);
    }
}
