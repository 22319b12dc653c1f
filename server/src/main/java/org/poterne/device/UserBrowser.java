package org.poterne.device;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/**
 * Which browser, as its owner would name it: "Firefox on Android". Read from the User-Agent header into a closed
 * vocabulary: no version, no model, nothing of the header itself is kept, since what is kept would be a fingerprint (GDPR
 * art. 5(1)(c)), and what is shown would be whatever the sender wrote.
 */
public record UserBrowser(Program program, Platform platform) {

    /** The order decides: each claims to be those that follow, for compatibility's sake. */
    public enum Program {
        EDGE("Edge", "Edg/|EdgA/|EdgiOS/"),
        OPERA("Opera", "OPR/|OPT/"),
        SAMSUNG_INTERNET("Samsung Internet", "SamsungBrowser/"),
        FIREFOX("Firefox", "Firefox/|FxiOS/"),
        CHROME("Chrome", "Chrome/|CriOS/|Chromium/"),
        SAFARI("Safari", "Safari/"),
        OTHER("", "");

        private final String shown;
        private final Pattern marks;

        Program(String shown, String marks) {
            this.shown = shown;
            this.marks = Pattern.compile(marks);
        }

        /** Its own name, the same in every language; empty when unknown. */
        public String shown() {
            return shown;
        }
    }

    /** The order decides, as above: an iPhone is "like Mac OS X", Android is a Linux. */
    public enum Platform {
        IPHONE("iPhone", "iPhone"),
        IPAD("iPad", "iPad"),
        ANDROID("Android", "Android"),
        CHROME_OS("ChromeOS", "CrOS"),
        WINDOWS("Windows", "Windows"),
        MAC("macOS", "Macintosh|Mac OS X"),
        LINUX("Linux", "Linux|X11"),
        OTHER("", "");

        private final String shown;
        private final Pattern marks;

        Platform(String shown, String marks) {
            this.shown = shown;
            this.marks = Pattern.compile(marks);
        }

        public String shown() {
            return shown;
        }
    }

    /** @param header any text: most senders are not browsers at all */
    public static UserBrowser parse(String header) {
        return new UserBrowser(
                Arrays.stream(Program.values())
                        .filter(program -> program.marks.matcher(header).find())
                        .findFirst()
                        .orElse(Program.OTHER),
                Arrays.stream(Platform.values())
                        .filter(platform -> platform.marks.matcher(header).find())
                        .findFirst()
                        .orElse(Platform.OTHER));
    }

    public static UserBrowser of(HttpServletRequest request) {
        return parse(
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse(""));
    }

    /** For a column: {@code firefox android}. */
    public String kept() {
        return word(program) + " " + word(platform);
    }

    /** What {@link #kept} wrote; a word that a newer node wrote is no fault. */
    public static UserBrowser read(String kept) {
        var words = List.of(kept.split(" ", -1));
        return new UserBrowser(
                Arrays.stream(Program.values())
                        .filter(program -> words.contains(word(program)))
                        .findFirst()
                        .orElse(Program.OTHER),
                Arrays.stream(Platform.values())
                        .filter(platform -> words.contains(word(platform)))
                        .findFirst()
                        .orElse(Platform.OTHER));
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
