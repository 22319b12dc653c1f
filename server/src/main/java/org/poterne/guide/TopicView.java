package org.poterne.guide;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** A topic with its pictures, its neighbours, and the form below it. */
@Component
class TopicView {

    private static final int NEIGHBOURS = 5;

    private final Topics topics;
    private final Pictures pictures;

    TopicView(Topics topics, Pictures pictures) {
        this.topics = topics;
        this.pictures = pictures;
    }

    ModelAndView of(Tenant tenant, Locale language, Topic topic, AnswerForm form) {
        return new ModelAndView(
                "guide/topic",
                Map.of(
                        "topic",
                        topic,
                        "pictures",
                        pictures.of(tenant.id(), language, topic),
                        "others",
                        others(tenant, language, topic),
                        "form",
                        form));
    }

    private List<Topic> others(Tenant tenant, Locale language, Topic topic) {
        return topics.of(tenant.id(), language).stream()
                .filter(other -> other.shelf() == topic.shelf() && !other.equals(topic))
                .limit(NEIGHBOURS)
                .toList();
    }
}
