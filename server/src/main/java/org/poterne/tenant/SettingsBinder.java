package org.poterne.tenant;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.poterne.tenant.TenantFileRefused.Problem;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Binds a piece of a tenant file to a record. A key is a component's name in kebab-case; unknown and repeated keys are
 * refused; every mistake is noted with its line, and the reading goes on, so that one start shows them all.
 */
final class SettingsBinder {

    private static final Map<String, Node> FALLBACKS = new ConcurrentHashMap<>(); // the same few for every tenant

    private final Path file;
    private final List<Problem> problems;

    SettingsBinder(Path file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** @return nothing when a problem was noted */
    <R extends Record> Optional<R> bind(String path, MappingNode mapping, Class<R> type) {
        return bind(path, mapping, type, Set.of());
    }

    /** @param elsewhere keys that others read */
    <R extends Record> Optional<R> bind(String path, MappingNode mapping, Class<R> type, Set<String> elsewhere) {
        var before = problems.size();
        var values = valuesOf(path, mapping);
        var known = new ArrayList<String>(elsewhere);
        var arguments = new ArrayList<Object>();
        for (var component : type.getRecordComponents()) {
            var key = Kebab.of(component.getName());
            known.add(key);
            var value = Optional.ofNullable(values.get(key)).or(() -> fallback(component));
            value.ifPresentOrElse(
                    node -> convert(join(path, key), node, component.getGenericType())
                            .ifPresent(arguments::add),
                    () -> absent(path, mapping, component, arguments));
        }
        values.forEach((key, node) -> {
            if (!known.contains(key)) {
                problem(node, join(path, key), "is not a key.", Nearest.suggestion(key, known));
            }
        });
        return problems.size() > before
                ? Optional.empty()
                : construct(mapping, values, type, arguments, key -> join(path, key));
    }

    private void absent(String path, MappingNode mapping, RecordComponent component, List<Object> arguments) {
        if (rawType(component.getGenericType()) == Optional.class) {
            arguments.add(Optional.empty());
            return;
        }
        var key = Kebab.of(component.getName());
        problem(mapping, join(path, key), "is missing.", "Write `" + key + ": …`: " + says(component));
    }

    Map<String, Node> valuesOf(String path, MappingNode mapping) {
        var values = new LinkedHashMap<String, Node>();
        for (var tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                if (values.put(key.getValue(), tuple.getValueNode()) != null) {
                    problem(key, join(path, key.getValue()), "is written twice.", "Keep one.");
                }
            } else {
                problem(tuple.getKeyNode(), path, "has a key that is not a word.", "Write `key: value`.");
            }
        }
        return values;
    }

    private <R> Optional<R> construct(
            Node where, Map<String, Node> values, Class<R> type, List<Object> arguments, UnaryOperator<String> pathOf) {
        try {
            var types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(arguments.toArray()));
        } catch (InvocationTargetException e) {
            switch (e.getCause()) {
                case SettingRefused refused ->
                    problem(
                            values.getOrDefault(refused.key(), where),
                            pathOf.apply(refused.key()),
                            String.valueOf(refused.getMessage()),
                            refused.remedy());
                case null, default -> throw new IllegalStateException("cannot build " + type, e);
            }
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot build " + type, e);
        }
    }

    private Optional<?> convert(String path, Node node, Type type) {
        var raw = rawType(type);
        if (raw == Optional.class) {
            var inner = convert(path, node, argument(type, 0));
            return inner.isPresent() ? Optional.of(inner) : inner;
        }
        if (raw == List.class) {
            return list(path, node, argument(type, 0));
        }
        if (raw == Map.class) {
            return map(path, node, argument(type, 0), argument(type, 1));
        }
        if (raw.isInterface() && raw.isSealed()) {
            return variant(path, node, raw);
        }
        if (raw.isRecord() && raw != TenantId.class) {
            return node instanceof MappingNode mapping
                    ? bind(path, mapping, raw.asSubclass(Record.class))
                    : problem(node, path, "should hold keys.", "Write `key: value` lines below it.");
        }
        return node instanceof ScalarNode scalar
                ? scalar(path, scalar, raw)
                : problem(node, path, "should be a single value.", "Write " + Scalars.form(raw) + ".");
    }

    private Optional<?> scalar(String path, ScalarNode node, Class<?> type) {
        var text = Tag.NULL.equals(node.getTag()) ? "" : node.getValue(); // `name: ~` names nobody "~"
        return Scalars.parse(text, type)
                .or(() -> problem(node, path, "is '" + node.getValue() + "'.", "Write " + Scalars.form(type) + "."));
    }

    private Optional<List<Object>> list(String path, Node node, Type element) {
        if (!(node instanceof SequenceNode sequence)) {
            return problem(node, path, "should be a list.", "Write `[a, b]`, or a line `- …` for each.");
        }
        var items = new ArrayList<Object>();
        for (var item : sequence.getValue()) {
            convert(path, item, element).ifPresent(items::add);
        }
        return items.size() == sequence.getValue().size() ? Optional.of(List.copyOf(items)) : Optional.empty();
    }

    private Optional<Map<Object, Object>> map(String path, Node node, Type key, Type value) {
        if (!(node instanceof MappingNode mapping)) {
            return problem(node, path, "should hold keys.", "Write `key: value` lines below it.");
        }
        var items = new LinkedHashMap<Object, Object>();
        valuesOf(path, mapping).forEach((name, child) -> {
            var place = join(path, name);
            var parsed = Scalars.parse(name, rawType(key))
                    .or(() -> problem(child, place, "is not a key.", "Write " + Scalars.form(rawType(key)) + "."));
            var item = isUnsaid(key, value, child) ? Optional.of("") : convert(place, child, value);
            item.ifPresent(said -> parsed.ifPresent(name2 -> items.put(name2, said)));
        });
        return Optional.of(Map.copyOf(items));
    }

    /** A sentence worded as the empty one, {@code key: ""}; which may be is judged by whoever knows them. */
    private static boolean isUnsaid(Type key, Type value, Node node) {
        return rawType(key) == String.class
                && rawType(value) == String.class
                && node instanceof ScalarNode scalar
                && scalar.getValue().isEmpty()
                && Tag.STR.equals(scalar.getTag());
    }

    /** A variant of a sealed type: {@code not-common}, or {@code {minimum-length: 8}}. */
    private Optional<?> variant(String path, Node node, Class<?> sealed) {
        var variants = new LinkedHashMap<String, Class<?>>();
        for (var permitted : sealed.getPermittedSubclasses()) {
            variants.put(Kebab.of(permitted.getSimpleName()), permitted);
        }
        var tuple = node instanceof MappingNode mapping && mapping.getValue().size() == 1
                ? Optional.of(mapping.getValue().getFirst())
                : Optional.<NodeTuple>empty();
        var name = tuple.<Node>map(NodeTuple::getKeyNode).orElse(node);
        var type = name instanceof ScalarNode scalar
                ? Optional.ofNullable(variants.get(scalar.getValue()))
                : Optional.<Class<?>>empty();
        if (type.isEmpty()) {
            var written = name instanceof ScalarNode scalar ? scalar.getValue() : "";
            return problem(
                    node,
                    path,
                    "holds '" + written + "'.",
                    Nearest.suggestion(written, List.copyOf(variants.keySet())));
        }
        var components = type.get().getRecordComponents();
        var arguments = new ArrayList<Object>();
        var place = join(path, Kebab.of(type.get().getSimpleName()));
        if (components.length == 1 && tuple.isPresent()) {
            convert(place, tuple.get().getValueNode(), components[0].getGenericType())
                    .ifPresent(arguments::add);
            if (arguments.isEmpty()) {
                return Optional.empty();
            }
        } else if (components.length != 0 || tuple.isPresent()) {
            return problem(node, path, "is incomplete.", "Write it as docs/tenant-file.md shows.");
        }
        return construct(node, Map.of(), type.get(), arguments, _ -> place);
    }

    private Optional<Node> fallback(RecordComponent component) {
        var setting = Optional.ofNullable(component.getAnnotation(Setting.class));
        return setting.map(Setting::fallback)
                .filter(text -> !text.isEmpty() && rawType(component.getGenericType()) != Optional.class)
                .map(text -> FALLBACKS.computeIfAbsent(text, TenantFileReader::compose));
    }

    private static String says(RecordComponent component) {
        return Optional.ofNullable(component.getAnnotation(Setting.class))
                .map(Setting::value)
                .orElse("");
    }

    <T> Optional<T> problem(Node node, String key, String what, String remedy) {
        problems.add(new Problem(file, node.getStartMark().getLine() + 1, key, what, remedy));
        return Optional.empty();
    }

    static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    static Class<?> rawType(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
