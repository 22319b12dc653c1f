package org.poterne.desk;

import org.poterne.agent.Agents;
import org.poterne.agent.DeskPolicy;
import org.poterne.session.Room;
import org.poterne.tenant.Tenants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

    private static final int BEFORE_THE_OTHERS =
            -1; // nobody is asked for a password by a page that is not there for them

    @Bean
    Room deskRoom(Agents agents, Tenants tenants) {
        return new Room(
                "desk.room.",
                "/desk",
                5,
                (tenant, account) ->
                        tenants.policy(tenant, DeskPolicy.class).isOpen() && agents.isAgent(tenant, account));
    }

    @Bean
    WebMvcConfigurer agentsOnlyBeforeTheDesk(AgentsOnly agentsOnly) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(agentsOnly).order(BEFORE_THE_OTHERS);
            }
        };
    }
}
