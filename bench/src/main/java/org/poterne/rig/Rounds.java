package org.poterne.rig;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Measures competitors in turn, round after round, so that a change of the machine's pace meets them alike. A round in which
 * others disturbed is dropped and made again, as often as there were rounds; when none is left, the least disturbed count, and
 * the answer says so.
 */
public final class Rounds<T> {

    private final int wanted;
    private final Machine.Bounds bounds;
    private final Supplier<Machine> machine;

    public Rounds(int wanted, Machine.Bounds bounds) {
        this(wanted, bounds, Machine::now);
    }

    Rounds(int wanted, Machine.Bounds bounds, Supplier<Machine> machine) {
        this.wanted = wanted;
        this.bounds = bounds;
        this.machine = machine;
    }

    private record Round<T>(Map<String, T> samples, Machine.Disturbance disturbance) {}

    /**
     * @param kept samples of each competitor, in its order
     * @param dropped rounds that did not count
     * @param isQuiet whether those that count were undisturbed
     */
    public record Kept<T>(Map<String, List<T>> kept, int dropped, boolean isQuiet) {

        public List<T> of(String competitor) {
            return kept.getOrDefault(competitor, List.of());
        }
    }

    /** Who is measured, and how: once a round. */
    public record Competitor<T>(String name, Supplier<T> measure) {}

    /** @param competitors every second round takes them backwards */
    public Kept<T> run(List<Competitor<T>> competitors) {
        var rounds = new ArrayList<Round<T>>();
        var quiet = 0;
        for (var round = 0; round < 2 * wanted && quiet < wanted; round++) {
            var one = round(competitors, round);
            rounds.add(one);
            quiet += one.disturbance().isWithin(bounds) ? 1 : 0;
        }
        var good = rounds.stream()
                .filter(round -> round.disturbance().isWithin(bounds))
                .toList();
        return good.isEmpty() ? kept(leastDisturbed(rounds), rounds.size(), false) : kept(good, rounds.size(), true);
    }

    private Round<T> round(List<Competitor<T>> competitors, int number) {
        var before = machine.get();
        var samples = new LinkedHashMap<String, T>();
        for (var one : number % 2 == 0 ? competitors : competitors.reversed()) {
            samples.put(one.name(), one.measure().get());
        }
        return new Round<>(samples, machine.get().since(before));
    }

    private List<Round<T>> leastDisturbed(List<Round<T>> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(round ->
                        round.disturbance().others() + round.disturbance().steal()))
                .limit(wanted)
                .toList();
    }

    private Kept<T> kept(List<Round<T>> rounds, int made, boolean isQuiet) {
        var kept = new LinkedHashMap<String, List<T>>();
        rounds.forEach(round -> round.samples()
                .forEach((name, sample) ->
                        kept.computeIfAbsent(name, _ -> new ArrayList<>()).add(sample)));
        return new Kept<>(kept, made - rounds.size(), isQuiet);
    }
}
