package org.poterne.challenge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A character as a pen draws it, in a box 100 high: a server may have no fonts, and a font's outlines are what readers of
 * images are trained on.
 *
 * @param width of its box
 * @param strokes each a line through many points, close to each other
 */
record Glyph(double width, List<List<Point>> strokes) {

    record Point(double x, double y) {}

    /** How close: curves stay round and straight lines can be bent. */
    private static final int STEPS = 12;

    /** For each character its strokes; "S" draws a smooth line through its points, "L" a broken one. */
    private static final Map<Character, Glyph> ALL = read("""
            A L 0,100 30,0 60,100 L 11,64 49,64
            C S 56,18 44,4 28,0 10,11 1,34 0,50 1,66 10,89 28,100 44,96 56,82
            D L 4,0 4,100 S 4,0 30,2 50,18 57,50 50,82 30,98 4,100
            E L 54,0 4,0 4,100 54,100 L 4,48 44,48
            F L 54,0 4,0 4,100 L 4,48 42,48
            H L 4,0 4,100 L 56,0 56,100 L 4,50 56,50
            J L 24,0 60,0 S 45,0 45,34 44,68 38,92 22,100 8,92 3,74
            K L 4,0 4,100 L 54,0 4,58 L 22,42 58,100
            L L 6,0 6,100 56,100
            M L 0,100 5,0 33,64 61,0 66,100
            P L 4,100 4,0 S 4,0 32,1 52,9 57,27 52,45 32,53 4,54
            R L 4,100 4,0 S 4,0 32,1 52,9 57,27 52,45 32,53 4,54 L 30,54 58,100
            T L 0,0 60,0 L 30,0 30,100
            X L 0,0 60,100 L 60,0 0,100
            Y L 0,0 30,50 60,0 L 30,50 30,100
            3 S 4,13 18,2 34,0 50,9 53,26 45,42 24,47 S 24,47 48,53 57,72 51,90 34,100 16,98 2,86
            4 L 46,100 46,0 0,70 60,70
            6 S 50,6 32,3 14,22 4,48 2,72 12,94 30,100 48,93 56,74 48,56 30,50 12,57 3,72
            9 S 10,94 28,97 46,78 56,52 58,28 48,6 30,0 12,7 4,26 12,44 30,50 48,43 57,28
            """);

    static Glyph of(char character) {
        var glyph = ALL.get(character);
        if (glyph == null) {
            throw new IllegalArgumentException("no such glyph: " + (int) character);
        }
        return glyph;
    }

    private static Map<Character, Glyph> read(String text) {
        var all = new HashMap<Character, Glyph>();
        text.lines().forEach(line -> {
            var strokes = Stream.of(line.substring(2).split("(?= [LS])"))
                    .map(stroke -> stroke(stroke.strip()))
                    .toList();
            var width = strokes.stream()
                    .flatMap(List::stream)
                    .mapToDouble(Point::x)
                    .max()
                    .orElseThrow();
            all.put(line.charAt(0), new Glyph(width, strokes));
        });
        return all;
    }

    private static List<Point> stroke(String text) {
        var points = Stream.of(text.substring(2).split(" "))
                .map(pair -> pair.split(",", 2))
                .map(pair -> new Point(Double.parseDouble(pair[0]), Double.parseDouble(pair[1])))
                .toList();
        return text.startsWith("S") ? smooth(points) : straight(points);
    }

    /** A Catmull-Rom spline through these points. */
    static List<Point> smooth(List<Point> points) {
        return line(points.size() - 1, (piece, t) -> {
            var before = points.get(Math.max(0, piece - 1));
            var from = points.get(piece);
            var to = points.get(piece + 1);
            var after = points.get(Math.min(points.size() - 1, piece + 2));
            return new Point(spline(before.x, from.x, to.x, after.x, t), spline(before.y, from.y, to.y, after.y, t));
        });
    }

    private static List<Point> straight(List<Point> points) {
        return line(points.size() - 1, (piece, t) -> {
            var from = points.get(piece);
            var to = points.get(piece + 1);
            return new Point(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t);
        });
    }

    private static List<Point> line(int pieces, Path path) {
        var line = new ArrayList<Point>();
        for (var piece = 0; piece < pieces; piece++) {
            for (var step = 0; step <= STEPS; step++) {
                line.add(path.at(piece, (double) step / STEPS));
            }
        }
        return line;
    }

    /** How a pen goes from one given point to the next, the time being from 0 to 1. */
    private interface Path {
        Point at(int piece, double time);
    }

    private static double spline(double before, double from, double to, double after, double t) {
        return from
                + t
                        * (to
                                - before
                                + t * (2 * before - 5 * from + 4 * to - after + t * (3 * (from - to) + after - before)))
                        / 2;
    }
}
