package org.poterne;

import java.beans.PropertyEditorSupport;
import java.nio.file.Path;
import org.springframework.beans.factory.config.CustomEditorConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Paths {

    /**
     * A path in a setting is one of the file system, and nothing else. Spring would look for it among the resources of the
     * web application first, where {@code ../tenants} is an error.
     */
    @Bean
    static CustomEditorConfigurer pathsAreFiles() {
        var configurer = new CustomEditorConfigurer();
        configurer.setPropertyEditorRegistrars(new org.springframework.beans.PropertyEditorRegistrar[] {
            registry -> registry.registerCustomEditor(Path.class, new FilePath())
        });
        return configurer;
    }

    private static final class FilePath extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            setValue(Path.of(text));
        }
    }
}
