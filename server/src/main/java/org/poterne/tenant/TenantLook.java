package org.poterne.tenant;

import java.util.Optional;
import java.util.regex.Pattern;

/** Logo and colour. Pages derive the rest from the accent, so that contrast holds in light and in dark. */
public record TenantLook(
        @Setting(
                value = "Accent colour, `#rrggbb`, dark enough for white text (4.5:1, WCAG 1.4.3).",
                fallback = "'#1d4f91'")
        String accent,

        @Setting(value = "Logo: an SVG file beside the tenant file, under 50 kB.", fallback = "none")
        Optional<String> logo) {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final double ENOUGH = 4.5;

    public TenantLook {
        if (!COLOUR.matcher(accent).matches()) {
            throw new SettingRefused("accent", "is not a colour: " + accent, "Write it as `'#1d4f91'`, with quotes.");
        }
        var contrast = 1.05 / (luminance(accent) + 0.05);
        if (contrast < ENOUGH) {
            throw new SettingRefused(
                    "accent",
                    "is too light for white text (contrast %.1f, at least %.1f).".formatted(contrast, ENOUGH),
                    "Choose a darker colour.");
        }
        if (logo.isPresent() && !logo.get().matches("[a-zA-Z0-9-]+\\.svg")) {
            throw new SettingRefused(
                    "logo", "is not an SVG file beside the tenant file.", "Write its name, as `logo.svg`.");
        }
    }

    /** WCAG 2.2, "relative luminance". */
    private static double luminance(String colour) {
        var rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
