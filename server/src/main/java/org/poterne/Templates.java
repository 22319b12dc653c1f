package org.poterne;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Templates {

    /** Templates are classes of the product, made by the build: none is read or compiled while serving. */
    @Bean
    TemplateEngine templateEngine() {
        var engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, Templates.class.getClassLoader(), "org.poterne.jte");
        engine.setBinaryStaticContent(true);
        return engine;
    }
}
