package org.poterne.database;

import java.lang.reflect.AnnotatedElement;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.config.AopConfigUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.context.annotation.Role;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.annotation.ProxyTransactionManagementConfiguration;
import org.springframework.transaction.annotation.SpringTransactionAnnotationParser;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttributeSource;

/** Transactions where {@link Transactional} stands on a method or class of ours, and nowhere else. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
@Import(TransactionConfiguration.Proxies.class)
class TransactionConfiguration extends ProxyTransactionManagementConfiguration {

    @Override
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    public TransactionAttributeSource transactionAttributeSource() {
        var source = new AnnotationTransactionAttributeSource(new Ours());
        source.setPublicMethodsOnly(false); // as Spring's own: most of ours are seen by their package alone
        return source;
    }

    /** Whatever Boot is told of proxies: without them no transaction would begin. */
    static final class Proxies implements ImportBeanDefinitionRegistrar {

        @Override
        public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
            AopConfigUtils.registerAutoProxyCreatorIfNecessary(registry);
            AopConfigUtils.forceAutoProxyCreatorToUseClassProxying(registry);
        }
    }

    /**
     * Spring looks for an annotation on every method of every bean, in all that it overrides and through all that annotations
     * may mean: a tenth of a start, to find what stands there in one word.
     */
    private static final class Ours extends SpringTransactionAnnotationParser {

        private static final long serialVersionUID = 1L;
        private static final String HOUSE = "org.poterne.";

        @Override
        public boolean isCandidateClass(Class<?> bean) {
            return bean.getName().startsWith(HOUSE);
        }

        @Override
        public @Nullable TransactionAttribute parseTransactionAnnotation(AnnotatedElement element) {
            return element.isAnnotationPresent(Transactional.class) ? super.parseTransactionAnnotation(element) : null;
        }
    }
}
