package org.poterne.registration;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.poterne.account.EmailAddress;

/** Addresses that are well formed, and nobody's for long. */
final class AddressRules {

    /** Reserved, so that no mail server ever answers for them (RFC 6761 §6.3, §6.4). */
    private static final Set<String> NOWHERE = Set.of("invalid", "localhost");

    private AddressRules() {}

    static Optional<FieldRefusal> refusal(EmailAddress email, List<String> refusedDomains) {
        var domain = email.canonical().substring(email.canonical().lastIndexOf('@') + 1);
        if (NOWHERE.stream().anyMatch(nowhere -> isWithin(domain, nowhere))) {
            return Optional.of(FieldRefusal.EMAIL_UNDELIVERABLE);
        }
        return refusedDomains.stream().anyMatch(refused -> isWithin(domain, refused))
                ? Optional.of(FieldRefusal.EMAIL_THROWAWAY)
                : Optional.empty();
    }

    private static boolean isWithin(String domain, String parent) {
        return domain.equals(parent) || domain.endsWith("." + parent);
    }
}
