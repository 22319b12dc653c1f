package org.poterne.guide;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.poterne.tenant.HelpPage;
import org.poterne.tenant.Tenant;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The help centre: the same for whoever is signed in and whoever is not, since the words of a procedure are no secret. */
@Controller
class HelpPages {

    /** An operator who makes them anew sees them soon. */
    private static final CacheControl A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();

    private static final int LONGEST_SEARCH = 100; // characters; longer is no question

    private final Topics topics;
    private final TopicView view;
    private final Pictures pictures;

    HelpPages(Topics topics, TopicView view, Pictures pictures) {
        this.topics = topics;
        this.view = view;
        this.pictures = pictures;
    }

    /** Whoever comes from a page that some topic is about reads that topic at once. */
    @GetMapping("/{tenant}/help")
    ModelAndView centre(
            Tenant tenant,
            Locale language,
            @RequestParam(name = HelpPage.FROM, defaultValue = "") String from,
            @RequestParam(defaultValue = "") String search) {
        return topics.at(tenant.id(), language, from)
                .map(topic -> new ModelAndView("redirect:" + tenant.path("/help/" + topic.name())))
                .orElseGet(() -> search.isBlank() ? all(tenant, language) : found(tenant, language, search.strip()));
    }

    private ModelAndView all(Tenant tenant, Locale language) {
        var all = topics.of(tenant.id(), language);
        var shelves = new LinkedHashMap<Shelf, List<Topic>>();
        Arrays.stream(Shelf.values())
                .forEach(shelf -> shelves.put(
                        shelf,
                        all.stream().filter(topic -> topic.shelf() == shelf).toList()));
        shelves.values().removeIf(List::isEmpty);
        return new ModelAndView("guide/centre", Map.of("shelves", shelves));
    }

    private ModelAndView found(Tenant tenant, Locale language, String typed) {
        var search = typed.substring(0, Math.min(LONGEST_SEARCH, typed.length()));
        return new ModelAndView(
                "guide/found",
                Map.of("search", search, "topics", Search.of(search).in(topics.of(tenant.id(), language))));
    }

    @GetMapping("/{tenant}/help/{topic}")
    ModelAndView topic(Tenant tenant, Locale language, @PathVariable String topic) {
        return topics.find(tenant.id(), language, topic)
                .map(found -> view.of(tenant, language, found, AnswerForm.NOTHING))
                .orElseThrow(HelpPages::nowhere);
    }

    @GetMapping("/{tenant}/help/{topic}/{language}/{step:[1-9][0-9]?}.png")
    ResponseEntity<Resource> picture(
            Tenant tenant, @PathVariable String topic, @PathVariable("language") String tag, @PathVariable int step) {
        return tenant.spoken(tag)
                .flatMap(language -> topics.find(tenant.id(), language, topic)
                        .flatMap(found -> pictures.file(tenant.id(), language, found, step)))
                .map(file -> ResponseEntity.ok()
                        .cacheControl(A_WHILE)
                        .contentType(MediaType.IMAGE_PNG)
                        .body((Resource) new FileSystemResource(file)))
                .orElseThrow(HelpPages::nowhere);
    }

    static ResponseStatusException nowhere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
