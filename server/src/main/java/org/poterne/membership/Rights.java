package org.poterne.membership;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Rights of somebody, by their names. */
public record Rights(Set<String> names) {

    public static final Rights NONE = new Rights(Set.of());

    public Rights {
        names = Set.copyOf(names);
    }

    public static Rights of(Collection<String> names) {
        return new Rights(Set.copyOf(names));
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    public boolean has(Right right) {
        return names.contains(right.name());
    }

    public boolean hasAll(Rights others) {
        return names.containsAll(others.names);
    }

    public Rights without(Rights others) {
        return new Rights(
                names.stream().filter(name -> !others.names.contains(name)).collect(Collectors.toSet()));
    }

    public Rights and(Rights others) {
        var all = new HashSet<>(names);
        all.addAll(others.names);
        return new Rights(all);
    }

    String[] column() {
        return names.stream().sorted().toArray(String[]::new);
    }
}
