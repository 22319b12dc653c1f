package org.poterne.holder;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class HolderConfiguration {

    @Bean
    WebMvcConfigurer proofBeforeSensitivePosts(ProofAgain proofAgain) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(proofAgain);
            }
        };
    }
}
