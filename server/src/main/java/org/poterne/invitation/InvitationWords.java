package org.poterne.invitation;

import java.net.URI;
import java.util.List;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterPart;
import org.poterne.courier.LetterTime;
import org.poterne.membership.Establishment;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;

/** What the letter says: nothing that somebody typed, so that nobody writes to strangers in the tenant's name. */
final class InvitationWords {

    private InvitationWords() {}

    static Letter letter(Tenant tenant, Words words, Invitation invitation, Establishment establishment, URI link) {
        return new Letter(
                invitation.invitee().email(),
                "",
                words.language(),
                words.say("invitation.letter.subject", "house", tenant.name(), "establishment", establishment.name()),
                List.of(
                        new LetterPart.Paragraph(words.say("courier.letter.greeting-nobody")),
                        new LetterPart.Paragraph(words.say(
                                "invitation.letter.intro",
                                "house",
                                tenant.name(),
                                "establishment",
                                establishment.name())),
                        new LetterPart.Button(
                                words.say("invitation.letter.button"), link, words.say("invitation.letter.copy-hint")),
                        new LetterPart.Paragraph(words.say(
                                "invitation.letter.expiry",
                                "when",
                                LetterTime.say(words, tenant, invitation.expiresAt()))),
                        new LetterPart.Note(words.say(
                                "invitation.letter.not-you",
                                "contact",
                                tenant.contact().shown()))));
    }
}
