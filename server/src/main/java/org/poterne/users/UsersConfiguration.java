package org.poterne.users;

import org.poterne.membership.Memberships;
import org.poterne.session.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UsersConfiguration {

    @Bean
    Room usersRoom(Memberships memberships) {
        return new Room(
                "users.room.",
                "/users",
                20,
                (tenant, account) -> !memberships.administered(tenant, account).isEmpty());
    }
}
