package org.poterne.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** Views are templates: {@code recovery/sent} is {@code recovery/sent.jte}, given the {@link Page} beside its model. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class JteViews implements ViewResolver {

    private final TemplateEngine templates;
    private final Pages pages;

    JteViews(TemplateEngine templates, Pages pages) {
        this.templates = templates;
        this.pages = pages;
    }

    @Override
    public View resolveViewName(String name, Locale locale) {
        if (name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX)) {
            return redirect(name.substring(UrlBasedViewResolver.REDIRECT_URL_PREFIX.length()));
        }
        return (model, request, response) -> render(name, model, request, response);
    }

    /** 303, so that a POST is never repeated; the path as it stands, without the Host that the request claims. */
    private static View redirect(String path) {
        return (_, _, response) -> {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", path);
        };
    }

    private void render(
            String name, @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var values = new HashMap<String, Object>();
        if (model != null) {
            values.putAll(model);
        }
        values.put("page", pages.of(request));
        var output = new Utf8ByteOutput();
        templates.render(name + ".jte", values, output);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(output.getContentLength());
        response.getOutputStream()
                .write(output.toByteArray()); // in one: each of its hundred pieces would pass ten wrappers
    }
}
