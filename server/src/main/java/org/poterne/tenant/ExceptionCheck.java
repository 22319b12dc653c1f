package org.poterne.tenant;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Weaknesses and {@code exceptions} must match one to one: no silent weakness, no exception left behind. */
final class ExceptionCheck {

    private final SettingsBinder binder;
    private final MappingNode root;

    ExceptionCheck(SettingsBinder binder, MappingNode root) {
        this.binder = binder;
        this.root = root;
    }

    void check(List<RuleException> exceptions, Collection<TenantPolicy> policies) {
        var excepted = exceptions.stream().map(RuleException::rule).collect(Collectors.toSet());
        var weak = policies.stream()
                .flatMap(policy -> policy.weaknesses().stream())
                .filter(weakness -> weakness.gravity() == Weakness.Gravity.NEEDS_EXCEPTION)
                .toList();
        for (var weakness : weak) {
            if (!excepted.contains(weakness.rule())) {
                binder.problem(
                        TenantFileReader.at(
                                root,
                                weakness.rule().substring(0, weakness.rule().indexOf('.'))),
                        weakness.rule(),
                        "is below " + weakness.clause() + ".",
                        "Strengthen it, or add `{ rule: %s, reason: …, approved-by: …, review-before: YYYY-MM-DD }` under `exceptions`."
                                .formatted(weakness.rule()));
            }
        }
        var needed = weak.stream().map(Weakness::rule).collect(Collectors.toSet());
        for (var number = 0; number < exceptions.size(); number++) {
            var rule = exceptions.get(number).rule();
            if (!needed.contains(rule)) {
                binder.problem(
                        TenantFileReader.at(root, "exceptions", String.valueOf(number)),
                        "exceptions." + rule,
                        "excuses nothing: no setting here breaks that rule.",
                        "Remove the entry.");
            }
        }
    }
}
