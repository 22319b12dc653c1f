package org.poterne.approval;

import com.github.kagkarlsson.scheduler.task.Task;
import org.poterne.courier.LetterWriter;
import org.poterne.courier.Pen;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ApprovalConfiguration {

    @Bean
    TenantSection<ApprovalPolicy> approvalSection() {
        return new TenantSection<>("approval", ApprovalPolicy.class);
    }

    @Bean
    LetterWriter approvalDeniedLetter(ApprovalLetters letters) {
        return new Pen(ApprovalLetters.DENIED, letters::denied);
    }

    @Bean
    LetterWriter approvalsSilencedLetter(ApprovalLetters letters) {
        return new Pen(ApprovalLetters.SILENCED, letters::silenced);
    }

    @Bean
    Task<?> purgeApprovals(ApprovalRequests requests) {
        return Purge.hourly("purge-approval-requests", requests::forgetOld);
    }
}
