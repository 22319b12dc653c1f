package org.poterne.profile;

import java.util.Locale;
import org.poterne.account.PersonName;
import org.poterne.words.Words;

/** Why what stands in a field will not do. Its sentence: {@code profile.refused.<reason>}. */
public enum ProfileRefusal {
    MISSING,
    TOO_LONG,
    /** Control, direction or invisible characters: one name could be made to look like another. */
    UNSEEN,
    NOT_LISTED;

    public String say(Words words, ProfileField field) {
        var reason = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return words.say("profile.refused." + reason, "label", field.says(words), "characters", PersonName.LONGEST);
    }
}
