package org.poterne.holder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.poterne.words.Sentences;

/** An event that nobody can read on the page of activity is one that its owner never sees. */
class ActivityWordsTests {

    private static final Path TRAILS = Path.of("src/main/java/org/poterne/audit");
    private static final Pattern NAME = Pattern.compile("\"([a-z]+(_[a-z]+)+)\"");

    /** Requests that look nothing up concern no account; a deleted account has no page any more. */
    private static final Set<String> OF_NOBODY = Set.of(
            "authn_password_reset_asked",
            "authn_password_reset_address_shown",
            "user_confirmation_asked",
            "user_deleted",
            "desk_volume_exceeded");

    @Test
    void everyEventOfTheTrailHasItsWords() throws IOException {
        var sentences = new Sentences();
        var names = trails().flatMap(trail -> NAME.matcher(trail).results())
                .map(match -> match.group(1))
                .filter(name -> !OF_NOBODY.contains(name))
                .collect(Collectors.toSet());
        assertThat(names).hasSizeGreaterThan(5).allMatch(name -> sentences.knows("holder.activity." + name));
    }

    private static Stream<String> trails() throws IOException {
        try (var files = Files.list(TRAILS)) {
            var all = new ArrayList<String>();
            for (var file :
                    files.filter(file -> file.toString().endsWith("Trail.java")).toList()) {
                all.add(Files.readString(file));
            }
            return all.stream();
        }
    }
}
