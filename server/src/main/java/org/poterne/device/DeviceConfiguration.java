package org.poterne.device;

import com.github.kagkarlsson.scheduler.task.Task;
import org.poterne.task.Purge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeviceConfiguration {

    @Bean
    Task<?> purgeDevices(KnownDevices devices) {
        return Purge.hourly("purge-known-devices", devices::forgetUnseen);
    }
}
