package org.poterne.factor;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;
import org.poterne.tenant.TenantPolicy;

/** Which second factors a tenant's people may add to their accounts, and whether they must. */
public record FactorPolicy(
        @Setting(
                value =
                        "What people may add to their account: `approval` (the authenticator's), `passkey`, `totp`, `recovery-code`."
                                + " What somebody holds already is asked for whether or not it stays in this list.",
                fallback = "[passkey, totp, recovery-code]")
        List<Kind> offer,

        @Setting(
                value =
                        "Whether everybody is asked for one: home says so to whoever has none, and the last one cannot be removed.",
                fallback = "false")
        boolean required)
        implements TenantPolicy {

    /** Each is a bean {@link Factor} of the module that keeps it. */
    public enum Kind {
        APPROVAL,
        PASSKEY,
        TOTP,
        RECOVERY_CODE;

        /** The factor's name: {@code recoverycode}. */
        public String factor() {
            return name().toLowerCase(Locale.ROOT).replace("_", "");
        }
    }

    public FactorPolicy {
        if (!offer.isEmpty() && EnumSet.copyOf(offer).size() < offer.size()) {
            throw new SettingRefused("offer", "names one twice.", "Write each once.");
        }
        if (offer.equals(List.of(Kind.RECOVERY_CODE))) {
            throw new SettingRefused(
                    "offer",
                    "offers recovery codes alone, which stand in for another factor.",
                    "Add `totp` or `passkey`, or write `offer: []`.");
        }
        if (required && offer.isEmpty()) {
            throw new SettingRefused("required", "asks for what nobody may add.", "Name at least one under `offer`.");
        }
        offer = List.copyOf(offer);
    }

    /** @param factor its {@link Factor#name} */
    public boolean offers(String factor) {
        return offer.stream().anyMatch(kind -> kind.factor().equals(factor));
    }
}
