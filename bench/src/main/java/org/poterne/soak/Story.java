package org.poterne.soak;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.poterne.soak.Fact.Word;

/** All that one person did and was told, in its order. */
final class Story {

    private final String email;
    private final List<Fact> facts = new ArrayList<>();

    Story(String email) {
        this.email = email;
    }

    String email() {
        return email;
    }

    synchronized void add(Fact fact) {
        facts.add(fact);
    }

    synchronized List<Fact> facts() {
        return List.copyOf(facts);
    }

    /** Passwords of which one must open the door, the likeliest first; several where an answer was missing. */
    SequencedSet<String> passwords() {
        var possible = new LinkedHashSet<String>();
        for (var fact : facts()) {
            switch (fact) {
                case Fact.PasswordSet(var password, var word) when word == Word.DONE -> only(possible, password);
                case Fact.PasswordSet(var password, var word) when word == Word.UNKNOWN -> possible.add(password);
                case Fact.Knocked(var password, var word) when word == Word.DONE -> only(possible, password);
                case Fact.Knocked(var password, var word) when word == Word.REFUSED -> possible.remove(password);
                default -> {}
            }
        }
        return possible.reversed();
    }

    private static void only(SequencedSet<String> possible, String password) {
        possible.clear();
        possible.add(password);
    }

    @Override
    public String toString() {
        return email + " " + facts();
    }
}
