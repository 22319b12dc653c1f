package org.poterne.registration;

import com.github.kagkarlsson.scheduler.task.Task;
import java.util.ArrayList;
import java.util.Set;
import org.poterne.account.UsernameNeeded;
import org.poterne.profile.ProfilePolicy;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantCheck;
import org.poterne.tenant.TenantCheck.Misfit;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.TenantSection;
import org.poterne.tenant.Tenants;
import org.poterne.tenant.WayOut;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class RegistrationConfiguration {

    private static final Set<String> OWN = Set.of(RegistrationPolicy.E_MAIL, RegistrationPolicy.USERNAME);

    @Bean
    TenantSection<RegistrationPolicy> registrationSection() {
        return new TenantSection<>("registration", RegistrationPolicy.class);
    }

    /** Whom a tenant lets in, it knows by all that it says it must know. */
    @Bean
    TenantCheck askedFieldsExist() {
        return file -> {
            var profile = file.policy(ProfilePolicy.class);
            var policy = file.policy(RegistrationPolicy.class);
            var ask = policy.ask();
            var misfits = new ArrayList<Misfit>();
            ask.stream()
                    .filter(name -> !OWN.contains(name))
                    .filter(name -> profile.field(name).isEmpty())
                    .map(name -> new Misfit(
                            "registration.ask", "names '" + name + "'.", "Add it to `profile.fields`, or take it out."))
                    .forEach(misfits::add);
            profile.fields().stream()
                    .filter(_ -> policy.open())
                    .filter(field -> field.required() && !ask.contains(field.name()))
                    .map(field -> new Misfit(
                            "registration.ask",
                            "leaves out `" + field.name() + "`, which `profile.fields` requires.",
                            "Ask for it, or write `required: false` there."))
                    .forEach(misfits::add);
            if (policy.open()
                    && !policy.asksUsername()
                    && file.settings(UsernameNeeded.class).anyMatch(UsernameNeeded::isUsernameNeeded)) {
                misfits.add(new Misfit(
                        "registration.ask",
                        "leaves out `username`, by which alone people sign in or recover their account.",
                        "Add `username`, or take addresses too: `identifier: either` under `sign-in`, `ask: [e-mail]`"
                                + " under `recovery`."));
            }
            return misfits;
        };
    }

    @Bean
    WayOut signUpWayOut(Tenants tenants) {
        return new WayOut(
                "registration.sign-up-way-out.",
                "/sign-up",
                5,
                tenant -> policy(tenants, tenant).open());
    }

    @Bean
    WayOut resendWayOut(Tenants tenants) {
        return new WayOut(
                "registration.resend-way-out.",
                "/confirm/resend",
                20,
                tenant -> policy(tenants, tenant).open());
    }

    /** Explains what a page has said; where messages are neutral, none says it. */
    @Bean
    WayOut takenAddressWayOut(Tenants tenants) {
        return new WayOut(
                "registration.taken-way-out.",
                "/recovery",
                40,
                tenant -> policy(tenants, tenant).open()
                        && policy(tenants, tenant).isExplicit());
    }

    private static RegistrationPolicy policy(Tenants tenants, TenantId tenant) {
        return tenants.policy(tenant, RegistrationPolicy.class);
    }

    @Bean
    Task<?> purgeUnconfirmed(Unconfirmed unconfirmed) {
        return Purge.hourly("purge-unconfirmed-accounts", unconfirmed::forgetOld);
    }

    @Bean
    Task<?> purgeSignUpShadows(UsernameShadows shadows) {
        return Purge.hourly("purge-sign-up-shadows", shadows::forgetExpired);
    }

    @Bean
    WebMvcConfigurer registrationPagesOfOpenTenants(Tenants tenants) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new OpenTenantsOnly(tenants)).addPathPatterns("/*/sign-up/**", "/*/confirm/**");
            }
        };
    }
}
