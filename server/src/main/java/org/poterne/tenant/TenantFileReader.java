package org.poterne.tenant;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.poterne.tenant.TenantFileRefused.Problem;
import org.poterne.words.Sentences;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads one {@code tenant.yaml} whole: the organisation, and each module's section into that module's record. */
final class TenantFileReader {

    private static final long LARGEST_LOGO = 50_000;
    private static final Node NOTHING_SAID = compose("{}");

    /** What a file says: the organisation and the policies by their type. */
    record Reading(TenantFile organisation, Map<Class<?>, TenantPolicy> policies) {}

    private final List<TenantSection<?>> sections;
    private final List<TenantCheck> checks;
    private final Sentences sentences;

    TenantFileReader(List<TenantSection<?>> sections, List<TenantCheck> checks, Sentences sentences) {
        this.sections = sections;
        this.checks = checks;
        this.sentences = sentences;
    }

    /** @return nothing when a problem was noted */
    Optional<Reading> read(Path file, List<Problem> problems) {
        var before = problems.size();
        var root = root(file, problems);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        var binder = new SettingsBinder(file, problems);
        var sectionNames = sections.stream().map(TenantSection::name).collect(Collectors.toSet());
        var organisation = binder.bind("", root.get(), TenantFile.class, sectionNames);
        var policies = policies(binder, root.get());
        organisation.ifPresent(found -> {
            checkLanguages(found, binder, root.get());
            checkWords(found, binder, root.get());
            checkLogo(found, file, binder, root.get());
            if (problems.size() == before) {
                new ExceptionCheck(binder, root.get()).check(found.exceptions(), policies.values());
                checkTogether(new TenantSettingsRead(found, policies), binder, root.get());
            }
        });
        return problems.size() > before
                ? Optional.empty()
                : organisation.map(found -> new Reading(found, Map.copyOf(policies)));
    }

    static Node compose(String text) {
        return new Yaml(new LoaderOptions()).compose(new StringReader(text));
    }

    private static Optional<MappingNode> root(Path file, List<Problem> problems) {
        try {
            if (compose(Files.readString(file)) instanceof MappingNode mapping) {
                return Optional.of(mapping);
            }
            problems.add(new Problem(file, 1, "file", "holds no keys.", "See docs/tenant-file.md."));
        } catch (CharacterCodingException _) {
            problems.add(new Problem(file, 0, "file", "is not UTF-8 text.", "Save it as UTF-8."));
        } catch (NoSuchFileException _) {
            problems.add(new Problem(file, 0, "file", "is not there.", "Write it, or remove its folder."));
        } catch (IOException e) {
            problems.add(new Problem(file, 0, "file", "cannot be read (" + e.getMessage() + ").", "Check its rights."));
        } catch (MarkedYAMLException e) {
            var line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.add(new Problem(
                    file, line, "file", "is not YAML: " + e.getProblem() + ".", "Check indentation and quotes."));
        } catch (YAMLException _) {
            // An invisible control character, nesting without end, a file of megabytes: the parser names no line.
            problems.add(new Problem(
                    file, 0, "file", "is not YAML: it holds what no tenant file needs.", "Remove control characters."));
        }
        return Optional.empty();
    }

    private Map<Class<?>, TenantPolicy> policies(SettingsBinder binder, MappingNode root) {
        var policies = new HashMap<Class<?>, TenantPolicy>();
        for (var section : sections) {
            switch (child(root, section.name()).orElse(NOTHING_SAID)) {
                case MappingNode mapping ->
                    binder.bind(section.name(), mapping, section.type())
                            .ifPresent(policy -> policies.put(section.type(), policy));
                case Node other ->
                    binder.problem(other, section.name(), "should hold keys.", "Write `key: value` lines below it.");
            }
        }
        return policies;
    }

    private void checkLanguages(TenantFile organisation, SettingsBinder binder, MappingNode root) {
        var shipped = sentences.languages();
        for (var number = 0; number < organisation.languages().size(); number++) {
            var language = organisation.languages().get(number);
            if (!shipped.contains(language)) {
                binder.problem(
                        at(root, "languages", String.valueOf(number)),
                        "languages",
                        "holds '" + language.toLanguageTag() + "'.",
                        "Shipped: " + tags(shipped) + ".");
            }
        }
    }

    private void checkWords(TenantFile organisation, SettingsBinder binder, MappingNode root) {
        organisation.words().forEach((language, own) -> {
            var tag = language.toLanguageTag();
            if (!organisation.languages().contains(language)) {
                binder.problem(
                        at(root, "words", tag),
                        "words." + tag,
                        "is not among its languages.",
                        "Add it to `languages`.");
            }
            own.forEach((key, sentence) -> {
                var trouble = sentence.isEmpty() && !WayOut.mayBeUnsaid(key)
                        ? Optional.of("is empty.")
                        : sentences.trouble(language, key, sentence);
                trouble.ifPresent(what -> binder.problem(
                        at(root, "words", tag, key), "words." + tag + "." + key, what, "See docs/words.md."));
            });
        });
    }

    private void checkTogether(TenantSettingsRead file, SettingsBinder binder, MappingNode root) {
        for (var check : checks) {
            for (var misfit : check.misfits(file)) {
                binder.problem(at(root, misfit.key().split("\\.")), misfit.key(), misfit.what(), misfit.remedy());
            }
        }
    }

    private static void checkLogo(TenantFile organisation, Path file, SettingsBinder binder, MappingNode root) {
        organisation.look().logo().map(file::resolveSibling).ifPresent(logo -> {
            try {
                if (Files.size(logo) > LARGEST_LOGO) {
                    binder.problem(
                            at(root, "look"),
                            "look.logo",
                            "is larger than 50 kB.",
                            "Make it lighter: it is on every page.");
                }
            } catch (IOException _) {
                binder.problem(
                        at(root, "look"), "look.logo", "is not there: " + logo + ".", "Put it beside tenant.yaml.");
            }
        });
    }

    /** The deepest node on the way to a key, so that a refusal names its very line. */
    static Node at(Node from, String... keys) {
        var place = from;
        for (var key : keys) {
            var next = child(place, key);
            if (next.isEmpty()) {
                return place;
            }
            place = next.get();
        }
        return place;
    }

    /** @param key of a mapping, or the number of an item */
    private static Optional<Node> child(Node parent, String key) {
        return switch (parent) {
            case MappingNode mapping ->
                mapping.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(key))
                        .map(NodeTuple::getValueNode)
                        .findFirst();
            case SequenceNode sequence
            when key.matches("[0-9]+") -> Optional.of(sequence.getValue().get(Integer.parseInt(key)));
            default -> Optional.empty();
        };
    }

    private static String tags(Set<Locale> languages) {
        return languages.stream().map(Locale::toLanguageTag).sorted().collect(Collectors.joining(", "));
    }
}
