package org.poterne.notice;

import java.util.Arrays;
import org.poterne.courier.Pen;
import org.poterne.factor.FactorPolicy;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/** Two pens for each kind of factor: what a letter is about is its kind, since an order holds ids and no words. */
class FactorPens implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        Arrays.stream(FactorPolicy.Kind.values())
                .map(FactorPolicy.Kind::factor)
                .forEach(factor -> register(registry, factor));
    }

    private static void register(BeanRegistry registry, String factor) {
        registry.registerBean(
                FactorLetters.BOUND + factor,
                Pen.class,
                spec -> spec.supplier(context -> {
                    var letters = context.bean(FactorLetters.class);
                    return new Pen(FactorLetters.BOUND + factor, order -> letters.bound(order, factor));
                }));
        registry.registerBean(
                FactorLetters.UNBOUND + factor,
                Pen.class,
                spec -> spec.supplier(context -> {
                    var letters = context.bean(FactorLetters.class);
                    return new Pen(FactorLetters.UNBOUND + factor, order -> letters.unbound(order, factor));
                }));
    }
}
