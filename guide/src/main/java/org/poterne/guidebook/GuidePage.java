package org.poterne.guidebook;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.ULocale;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;

/** What the template of a guide shows. */
public record GuidePage(Edition edition) {

    public String language() {
        return edition.language();
    }

    public String dir() {
        return ULocale.forLocale(edition.words().language()).isRightToLeft() ? "rtl" : "ltr";
    }

    public String house() {
        return edition.tenant().name();
    }

    public boolean hasLogo() {
        return edition.tenant().logo().isPresent();
    }

    /** A guide of one procedure bears its name. */
    public String heading() {
        return chapters().size() == 1 ? chapters().getFirst().walk().title() : say("title");
    }

    public String title() {
        return heading() + " – " + house();
    }

    public String updated() {
        var noon = edition.date().atTime(12, 0).atZone(ZoneId.of("UTC")).toInstant();
        var day = DateFormat.getDateInstance(DateFormat.LONG, edition.words().language())
                .format(Date.from(noon));
        return edition.words().say("guidebook.updated", "day", day);
    }

    public List<Chapter> chapters() {
        return edition.chapters();
    }

    public String picture(Chapter chapter, Scene scene) {
        return chapter.walk().name().value() + "/" + scene.number() + ".png";
    }

    public String contact() {
        return edition.tenant().contact().link().toString();
    }

    public String say(String what) {
        return edition.words().say("guidebook." + what);
    }
}
