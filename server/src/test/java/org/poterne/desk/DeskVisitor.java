package org.poterne.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.poterne.house.House;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;

/** Somebody's browser at one tenant, and the many forms of the desk's pages. */
public record DeskVisitor(Visitor visitor, String tenant) {

    public static DeskVisitor stranger(House house, String tenant) {
        return new DeskVisitor(house.visitor(), tenant);
    }

    public String path(String page) {
        return "/" + tenant + page;
    }

    public Seen get(String page) {
        return visitor.get(path(page));
    }

    public Seen submit(Seen page, Map<String, String> typed) {
        return visitor.submit(page, typed);
    }

    /** Sends the page's form that goes there. */
    public Seen press(Seen page, String action, Map<String, String> typed) {
        var form = page.first("main form[action$=" + action + "]");
        var fields = new LinkedHashMap<String, String>();
        form.select("input[type=hidden][name]").forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        fields.putAll(typed);
        return visitor.post(form.attr("action"), fields);
    }

    public Seen press(Seen page, String action) {
        return press(page, action, Map.of());
    }

    /** Posts these fields with a good form token, whatever page they belong to. */
    public Seen post(String page, Map<String, String> fields) {
        return visitor.post(path(page), withToken(fields));
    }

    public Seen postAndStay(String page, Map<String, String> fields) {
        return visitor.postAndStay(path(page), withToken(fields));
    }

    private Map<String, String> withToken(Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", get("/sign-in").first("input[name=_csrf]").attr("value"));
        return all;
    }
}
