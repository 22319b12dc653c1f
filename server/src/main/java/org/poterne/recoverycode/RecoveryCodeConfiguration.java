package org.poterne.recoverycode;

import com.github.kagkarlsson.scheduler.task.Task;
import org.poterne.task.Purge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecoveryCodeConfiguration {

    @Bean
    Task<?> purgeRecoveryCodeSheets(CodeSheets sheets) {
        return Purge.hourly("purge-recovery-code-sheets", sheets::forgetExpired);
    }
}
