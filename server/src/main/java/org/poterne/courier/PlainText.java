package org.poterne.courier;

final class PlainText {
    private PlainText() {}

    static String of(String h, java.util.List<LetterPart> p, String f) {
        return h;
    }
}
