package org.poterne.house;

import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page as it arrived. */
public record Seen(HttpResponse<String> response) {

    public int status() {
        return response.statusCode();
    }

    public String path() {
        return response.uri().getPath();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public String body() {
        return response.body();
    }

    public Document page() {
        return Jsoup.parse(response.body(), response.uri().toString());
    }

    public String heading() {
        return page().select("h1").text();
    }

    /** All its words, spaces that may not break told apart from those that may. */
    public String words() {
        return page().body().wholeText();
    }

    /** The page's main form. */
    public Element form() {
        return first("main form");
    }

    public Element first(String selector) {
        var element = page().selectFirst(selector);
        if (element == null) {
            throw new AssertionError("no " + selector + " on " + response.uri() + " (" + status() + ")");
        }
        return element;
    }
}
