package org.poterne.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.poterne.guide.Topic.Beginning;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.walk.Step;
import org.poterne.walk.Step.OnPhone;
import org.poterne.walk.Step.Open;
import org.poterne.walk.Walk;
import org.poterne.walk.Walks;
import org.poterne.words.Words;
import org.springframework.stereotype.Component;

/** The topics of a tenant's help centre: its walks, and the module's own. Procedures change with a start, so they are told once. */
@Component
class Topics {

    private final Walks walks;
    private final Tenants tenants;
    private final Map<Reader, List<Topic>> told = new ConcurrentHashMap<>();

    Topics(Walks walks, Tenants tenants) {
        this.walks = walks;
        this.tenants = tenants;
    }

    private record Reader(TenantId tenant, Locale language) {}

    /** In the order in which people need them. */
    List<Topic> of(TenantId tenant, Locale language) {
        return told.computeIfAbsent(new Reader(tenant, language), this::tell);
    }

    Optional<Topic> find(TenantId tenant, Locale language, String name) {
        return of(tenant, language).stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst();
    }

    /** The one for whoever is stuck at this page: of several, the one that knows it best. */
    Optional<Topic> at(TenantId tenant, Locale language, String page) {
        return of(tenant, language).stream()
                .filter(topic -> topic.closeness(page) > 0)
                .reduce((first, next) -> next.closeness(page) > first.closeness(page) ? next : first);
    }

    private List<Topic> tell(Reader reader) {
        var tenant = tenants.get(reader.tenant());
        var words = tenant.words(reader.language());
        var taken = walks.of(tenant, words);
        var topics = new ArrayList<Topic>();
        topics.add(OwnTopics.cannotSignIn(words));
        taken.forEach(walk -> topics.add(topic(words, walk)));
        if (OwnTopics.areLettersSent(taken)) {
            topics.add(OwnTopics.notReceivedMail(words));
        }
        return List.copyOf(topics);
    }

    private static Topic topic(Words words, Walk walk) {
        return new Topic(
                walk.name().value(),
                Shelf.of(walk),
                walk.pages(),
                walk.title(),
                walk.lead(),
                new Beginning(opened(walk.steps().getFirst()), words.say("guide.topic.begin")),
                Instruction.of(words, walk.steps()),
                walk.tips());
    }

    private static String opened(Step step) {
        return switch (step) {
            case Open open -> open.path();
            case OnPhone(var there) -> opened(there);
            case Step.Follow _, Step.Press _, Step.Fill _, Step.Pick _, Step.Letter _, Step.Read _ ->
                throw new IllegalArgumentException("a walk begins by opening a page: " + step);
        };
    }
}
