package org.poterne.challenge;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.poterne.challenge.Glyph.Point;

/**
 * Characters that a person reads at first sight and a program must work for: each turned, leaning, of its own width and a
 * little over its neighbour, all bent by one smooth field, with lines of the same ink through them. Made from the seed alone:
 * the same picture at every node and reload.
 */
final class Picture {

    static final int WIDTH = 480;
    static final int HEIGHT = 168;

    private static final int DARKEST = 0x1c;
    private static final int LIGHTEST = 0xf6;
    private static final double TALL = 92; // of a character, before it is bent
    private static final double PEN = 3.5;

    private final SplittableRandom random;
    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private final Field field;

    private Picture(long seed) {
        random = new SplittableRandom(seed);
        field = Field.of(random);
    }

    /** As PNG. */
    static byte[] of(String characters, long seed) {
        var picture = new Picture(seed);
        picture.write(characters);
        picture.cross();
        picture.litter();
        return Png.of(picture.canvas, DARKEST, LIGHTEST);
    }

    private void write(String characters) {
        var pens = characters
                .chars()
                .mapToObj(character -> Hand.of(Glyph.of((char) character), random))
                .toList();
        var room = pens.stream().mapToDouble(Hand::width).sum();
        var gap = Math.min(13, (WIDTH - 44 - room) / (pens.size() - 1)); // nearly touching
        var x = (WIDTH - room - gap * (pens.size() - 1)) / 2 + between(-6, 6);
        for (var pen : pens) {
            var middle = new Point(x + pen.width() / 2, HEIGHT / 2.0 + between(-9, 9));
            for (var stroke : pen.glyph().strokes()) {
                draw(stroke.stream().map(point -> pen.place(point, middle)).toList(), PEN * between(.9, 1.15));
            }
            x += pen.width() + gap + between(-3, 3);
        }
    }

    /** From edge to edge, where the characters are: cutting them apart is the program's work. */
    private void cross() {
        for (var line = 0; line < 2; line++) {
            var start = between(.3, .7) * HEIGHT;
            var points = IntStream.rangeClosed(0, 5)
                    .mapToObj(at -> new Point(at * WIDTH / 5.0, start + between(-34, 34)))
                    .toList();
            draw(Glyph.smooth(points), PEN * between(.4, .52));
        }
    }

    /** Small strokes that belong to nothing. */
    private void litter() {
        for (var piece = 0; piece < 14; piece++) {
            var x = between(0, WIDTH);
            var y = between(0, HEIGHT);
            var points = IntStream.range(0, 3)
                    .mapToObj(_ -> new Point(x + between(-14, 14), y + between(-14, 14)))
                    .toList();
            draw(Glyph.smooth(points), between(.5, 1));
        }
    }

    private void draw(List<Point> line, double radius) {
        canvas.draw(line.stream().map(field::bend).toList(), radius);
    }

    private double between(double least, double most) {
        return random.nextDouble(least, most);
    }

    /** How one character is written. */
    private record Hand(Glyph glyph, double turn, double lean, double wide, double tall) {

        static Hand of(Glyph glyph, SplittableRandom random) {
            return new Hand(
                    glyph,
                    random.nextDouble(-.19, .19),
                    random.nextDouble(-.17, .17),
                    random.nextDouble(.86, 1.1) * TALL / 100,
                    random.nextDouble(.88, 1.12) * TALL / 100);
        }

        double width() {
            return glyph.width() * wide + TALL * Math.abs(turn) / 3;
        }

        Point place(Point point, Point middle) {
            var y = (point.y() - 50) * tall;
            var x = (point.x() - glyph.width() / 2) * wide - y * lean;
            return new Point(
                    middle.x() + x * Math.cos(turn) - y * Math.sin(turn),
                    middle.y() + x * Math.sin(turn) + y * Math.cos(turn));
        }
    }

    /** A smooth bend of the whole sheet: a wave along each direction, and one along each diagonal. */
    private record Field(List<Wave> waves) {

        static Field of(SplittableRandom random) {
            return new Field(Stream.generate(() -> Wave.of(random)).limit(4).toList());
        }

        Point bend(Point point) {
            return new Point(
                    point.x() + waves.get(0).at(point.y()) + waves.get(1).at(point.x() + point.y()),
                    point.y() + waves.get(2).at(point.x()) + waves.get(3).at(point.x() - point.y()));
        }
    }

    private record Wave(double phase, double length) {

        private static final double HIGH = 5;

        static Wave of(SplittableRandom random) {
            return new Wave(random.nextDouble(0, 2 * Math.PI), random.nextDouble(110, 210));
        }

        double at(double place) {
            return HIGH * Math.sin(phase + 2 * Math.PI * place / length);
        }
    }
}
