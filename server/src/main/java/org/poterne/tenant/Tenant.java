package org.poterne.tenant;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poterne.words.Sentences;
import org.poterne.words.Words;

/** An organisation: its name, where its pages are, how it speaks and looks. */
public final class Tenant {

    private final TenantId id;
    private final URI baseUrl;
    private final TenantFile file;
    private final Path folder;
    private final Sentences sentences;

    Tenant(TenantId id, URI baseUrl, TenantFile file, Path folder, Sentences sentences) {
        this.id = id;
        this.baseUrl = baseUrl;
        this.file = file;
        this.folder = folder;
        this.sentences = sentences;
    }

    public TenantId id() {
        return id;
    }

    public String name() {
        return file.name();
    }

    /** The first is the default. */
    public List<Locale> languages() {
        return file.languages();
    }

    public Locale defaultLanguage() {
        return file.languages().getFirst();
    }

    public ZoneId zone() {
        return file.zone();
    }

    public List<TenantLink> links() {
        return file.links();
    }

    public TenantContact contact() {
        return file.contact();
    }

    public TenantLook look() {
        return file.look();
    }

    /** The file of its logo, beside the tenant file. */
    public Optional<Path> logo() {
        return file.look().logo().map(folder::resolve);
    }

    /** A file beside the tenant file. It may not exist. */
    public Path beside(String name) {
        return folder.resolve(name);
    }

    /** Found by its own host, or else by the first segment of the path. */
    public boolean hasHost() {
        return !file.hosts().isEmpty();
    }

    public List<String> hosts() {
        return file.hosts();
    }

    /** Whether people reach it over TLS; only a demo does without. */
    public boolean isSecure() {
        return "https".equals(baseUrl.getScheme());
    }

    /** @param language one of {@link #languages()}; any other is answered in the default one */
    public Words words(Locale language) {
        var spoken = file.languages().contains(language) ? language : defaultLanguage();
        return sentences.in(spoken, file.words().getOrDefault(spoken, Map.of()));
    }

    /** The path of one of its pages as a browser sees it: {@code /gimic/sign-in}, or {@code /sign-in} on its own host. */
    public String path(String page) {
        return hasHost() ? page : "/" + id + page;
    }

    /**
     * The absolute address of one of its pages, for letters.
     *
     * <p>Built from the configured base URL and never from a request: a forged Host would otherwise travel into the
     * letter of its victim (OWASP Forgot Password, "URL Tokens"; ASVS 4.1.3).
     */
    public URI link(String page) {
        return URI.create(baseUrl + page);
    }

    /** The language to speak, of those a browser prefers, best first. */
    public Locale languageFor(List<Locale> preferred) {
        return preferred.stream()
                .map(locale -> Locale.forLanguageTag(locale.getLanguage()))
                .filter(languages()::contains)
                .findFirst()
                .orElse(defaultLanguage());
    }

    /** A language by its tag, if it is one of this tenant's. */
    public Optional<Locale> spoken(String tag) {
        return languages().stream()
                .filter(language -> language.toLanguageTag().equals(tag))
                .findFirst();
    }

    @Override
    public String toString() {
        return "Tenant[" + id + "]";
    }
}
