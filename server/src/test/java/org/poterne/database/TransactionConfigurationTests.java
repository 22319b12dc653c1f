package org.poterne.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.poterne.account.Accounts;
import org.poterne.house.House;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionAttributeSource;
import org.springframework.util.ClassUtils;

/** A transaction that were overlooked would be one that nobody misses until two hands meet. */
class TransactionConfigurationTests {

    @Test
    void everyTransactionThatSpringWouldFindIsFound() {
        var ours = House.open().bean(TransactionAttributeSource.class);
        var springs = new AnnotationTransactionAttributeSource(false); // as Spring configures it
        var transactions = new ClassPathScanningCandidateComponentProvider(true)
                .findCandidateComponents("org.poterne").stream()
                        .map(bean -> ClassUtils.resolveClassName(
                                String.valueOf(bean.getBeanClassName()),
                                getClass().getClassLoader()))
                        .filter(ours::isCandidateClass)
                        .mapToLong(type -> Arrays.stream(type.getDeclaredMethods())
                                .peek(method -> assertThat(ours.getTransactionAttribute(method, type))
                                        .as("%s", method)
                                        .isEqualTo(springs.getTransactionAttribute(method, type)))
                                .filter(method -> ours.getTransactionAttribute(method, type) != null)
                                .count())
                        .sum();
        assertThat(transactions).isGreaterThan(100);
    }

    @Test
    void aTransactionBeginsWhateverBootIsToldOfProxies() {
        try (var house = House.build().with("spring.aop.auto", false).start()) {
            assertThat(AopUtils.isCglibProxy(house.bean(Accounts.class))).isTrue();
        }
    }
}
