package org.poterne.web;

import java.util.List;
import org.springframework.boot.actuate.endpoint.web.annotation.ControllerEndpointsSupplier;
import org.springframework.boot.actuate.endpoint.web.annotation.ServletEndpointsSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * There are no endpoints of the two older kinds, which Boot still looks for among the annotations of every bean at each start.
 * With Boot's own suppliers these two go.
 */
@Configuration(proxyBeanMethods = false)
@SuppressWarnings("removal")
class EndpointConfiguration {

    @Bean
    ServletEndpointsSupplier noServletEndpoints() {
        return List::of;
    }

    @Bean
    ControllerEndpointsSupplier noControllerEndpoints() {
        return List::of;
    }
}
