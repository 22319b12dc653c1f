package org.poterne.tenant;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/** The single values a tenant file may hold. */
final class Scalars {

    private Scalars() {}

    static Optional<Object> parse(String text, Class<?> type) {
        try {
            return Optional.ofNullable(value(text, type));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static @Nullable Object value(String text, Class<?> type) {
        if (text.isBlank()) {
            return null;
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> Kebab.of(constant.toString()).equals(text))
                    .findFirst()
                    .orElse(null);
        }
        return switch (type.getSimpleName()) {
            case "String" -> text;
            case "int" -> Integer.valueOf(text);
            case "boolean" -> text.matches("true|false") ? Boolean.valueOf(text) : null;
            case "Duration" -> duration(text);
            case "LocalDate" -> LocalDate.parse(text);
            case "Locale" -> Locale.forLanguageTag(text).getLanguage().isEmpty() ? null : Locale.forLanguageTag(text);
            case "URI" -> URI.create(text).isAbsolute() ? URI.create(text) : null;
            case "ZoneId" -> ZoneId.of(text);
            default -> throw new IllegalStateException("no way to read a " + type + " from a tenant file");
        };
    }

    private static Duration duration(String text) {
        var duration = DurationStyle.detectAndParse(text);
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("not a positive duration");
        }
        return duration;
    }

    /** How to write one, for the refusal. */
    static String form(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> "`" + Kebab.of(constant.toString()) + "`")
                    .collect(Collectors.joining(" or "));
        }
        return switch (type.getSimpleName()) {
            case "int" -> "a whole number";
            case "boolean" -> "`true` or `false`";
            case "Duration" -> "a duration, as `90s`, `60m`, `8h` or `90d`";
            case "LocalDate" -> "a date, as `2027-06-30`";
            case "Locale" -> "a language, as `fr`";
            case "URI" -> "an address, as `https://www.example.org`";
            case "ZoneId" -> "a time zone, as `Europe/Paris`";
            default -> "a text";
        };
    }
}
