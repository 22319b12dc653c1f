package org.poterne.tenant;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes {@code docs/tenant-file.md} from the records that the file is parsed into: what it says is what is read. */
final class TenantFileReference {

    private static final String HEAD = """
            # The tenant file

            One organisation is one folder: `tenants/<name>/tenant.yaml`, with its logo beside it. The name is its first path segment:
            a to z, 0 to 9 and `-`, at most 31. All files are read once, at start. A mistake in any of them stops the start, and all are
            told at once, each with file, line, key and remedy; an unknown key is a mistake.

            This page is made from the code: `./poterne test -Dtest=TenantFileReferenceTests -Dpoterne.write-docs=true`.
            """;

    private static final String KINDS = """

            ## How values are written

            - Durations: `90s`, `60m`, `8h`, `90d`. Dates: `2027-06-30`. Languages: `fr`. Colours and addresses in quotes.
            - A rule or proof that needs nothing is its name, `mailed-link`; one that needs a value is a key, `minimum-length: 15`.
            - A setting below the standards is refused with the clause it breaks, unless the organisation answers for it under
              `exceptions`; an exception that excuses nothing is refused too.
            """;

    /** What the example writes where there is no fallback, or a telling one. */
    private static final Map<String, String> SAMPLES = Map.of(
            "name", "Académie d’Exemple",
            "languages", "[fr, en]",
            "hosts", "[login.exemple.example]",
            "contact.mail", "aide@exemple.example",
            "contact.url", "\"https://www.exemple.example/contact\"",
            "links", "[{ label: Contacts, url: \"https://www.exemple.example/contact\" }]",
            "words", "{ fr: { signin.home.lead: \"Votre connexion est ouverte.\" } }");

    private final List<TenantSection<?>> sections;

    TenantFileReference(List<TenantSection<?>> sections) {
        this.sections = sections.stream()
                .sorted(Comparator.comparing(TenantSection::name))
                .toList();
    }

    String page() {
        var page = new StringBuilder(HEAD);
        table(page, "The organisation", TenantFile.class);
        for (var section : sections) {
            table(page, "Section `" + section.name() + "`", section.type());
        }
        page.append(KINDS)
                .append("\n## A whole file\n\n```yaml\n")
                .append(example())
                .append("```\n");
        return page.toString();
    }

    /** Every key there is, with its meaning above it; a key without a usual value is commented out. */
    String example() {
        var file = new StringBuilder();
        keys(file, "", "", TenantFile.class);
        for (var section : sections) {
            var keys = new StringBuilder();
            keys(keys, section.name(), "  ", section.type());
            var isEmpty = keys.toString().lines().allMatch(line -> line.strip().startsWith("#"));
            file.append(isEmpty ? "\n# " : "\n")
                    .append(section.name())
                    .append(":\n")
                    .append(keys);
        }
        return file.toString();
    }

    private static void keys(StringBuilder file, String path, String indent, Class<?> type) {
        for (var component : type.getRecordComponents()) {
            var key = Kebab.of(component.getName());
            var place = SettingsBinder.join(path, key);
            var raw = SettingsBinder.rawType(component.getGenericType());
            file.append(indent).append("# ").append(setting(component).value()).append('\n');
            if (raw.isRecord()) {
                file.append(indent).append(key).append(":\n");
                keys(file, place, indent + "  ", raw);
            } else {
                var sample = Optional.ofNullable(SAMPLES.get(place));
                var usual = raw == Optional.class ? "" : setting(component).fallback();
                file.append(indent).append(sample.isEmpty() && usual.isEmpty() ? "# " : "");
                file.append((key + ": " + sample.orElse(usual)).strip()).append('\n');
            }
        }
    }

    private static void table(StringBuilder page, String title, Class<?> type) {
        page.append("\n## ").append(title).append("\n\n| key | type | default | meaning |\n|---|---|---|---|\n");
        rows(page, "", type);
    }

    private static void rows(StringBuilder page, String path, Class<?> type) {
        for (var component : type.getRecordComponents()) {
            var place = SettingsBinder.join(path, Kebab.of(component.getName()));
            var fallback = setting(component).fallback();
            row(
                    page,
                    place,
                    kind(component.getGenericType()),
                    fallback.isEmpty() ? "required" : "none".equals(fallback) ? "none" : "`" + fallback + "`",
                    setting(component).value());
            below(page, place, component.getGenericType());
        }
    }

    /** The keys of what a value holds, and the variants of a rule. */
    private static void below(StringBuilder page, String place, Type type) {
        var raw = SettingsBinder.rawType(type);
        if (raw == List.class) {
            below(page, place + "[]", SettingsBinder.argument(type, 0));
        } else if (raw.isRecord()) {
            rows(page, place, raw);
        } else if (raw.isInterface() && raw.isSealed()) {
            for (var variant : raw.getPermittedSubclasses()) {
                var components = variant.getRecordComponents();
                row(
                        page,
                        place + "." + Kebab.of(variant.getSimpleName()),
                        components.length == 0 ? "name" : kind(components[0].getGenericType()),
                        "",
                        components.length == 0 ? "" : setting(components[0]).value());
            }
        }
    }

    private static void row(StringBuilder page, String key, String type, String fallback, String meaning) {
        page.append("| `%s` | %s | %s | %s |\n".formatted(key, type, fallback, meaning));
    }

    private static String kind(Type type) {
        var raw = SettingsBinder.rawType(type);
        if (raw == Optional.class) {
            return kind(SettingsBinder.argument(type, 0));
        }
        if (raw == List.class) {
            return "list of " + kind(SettingsBinder.argument(type, 0));
        }
        if (raw == Map.class) {
            return "keys";
        }
        if (raw.isEnum()) {
            return Arrays.stream(raw.getEnumConstants())
                    .map(constant -> "`" + Kebab.of(constant.toString()) + "`")
                    .collect(Collectors.joining(", "));
        }
        if (raw.isInterface()) {
            return "one of those below";
        }
        return switch (raw.getSimpleName()) {
            case "int" -> "number";
            case "boolean" -> "`true`, `false`";
            case "Duration" -> "duration";
            case "LocalDate" -> "date";
            case "Locale" -> "language";
            case "URI" -> "address";
            case "ZoneId" -> "time zone";
            case "String" -> "text";
            default -> "keys";
        };
    }

    private static Setting setting(RecordComponent component) {
        var setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalStateException(component + " has no @Setting: nobody could know what it means");
        }
        return setting;
    }
}
