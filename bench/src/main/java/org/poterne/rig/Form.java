package org.poterne.rig;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first form of a page that posts: where it goes, and the fields with a value of their own. Read by looking for tags, not by
 * building a document: a client that costs as much as the server would measure itself.
 */
public record Form(String action, Map<String, String> hidden) {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input\\b([^>]*)>");
    private static final Pattern POST = Pattern.compile("(?i)method=[\"']?post");

    static Form in(String page) {
        var forms = FORM.matcher(page);
        while (forms.find()) {
            if (POST.matcher(forms.group(1)).find()) {
                return new Form(attribute(forms.group(1), "action").orElse(""), hidden(forms.group(2)));
            }
        }
        throw new RigFailure("a page without a form:\n" + page);
    }

    private static Map<String, String> hidden(String content) {
        var fields = new LinkedHashMap<String, String>();
        var inputs = INPUT.matcher(content);
        while (inputs.find()) {
            var attributes = inputs.group(1);
            var type = attribute(attributes, "type").orElse("text").toLowerCase(Locale.ROOT);
            if (type.equals("hidden")) {
                attribute(attributes, "name")
                        .ifPresent(name ->
                                fields.put(name, attribute(attributes, "value").orElse("")));
            }
        }
        return fields;
    }

    private static Optional<String> attribute(String tag, String name) {
        var found = Pattern.compile("(?:^|\\s)" + name + "=(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))")
                .matcher(tag);
        return found.find()
                ? Optional.of(unescaped(Optional.ofNullable(found.group(1))
                        .or(() -> Optional.ofNullable(found.group(2)))
                        .orElse(found.group(3))))
                : Optional.empty();
    }

    private static String unescaped(String text) {
        return text.indexOf('&') < 0
                ? text
                : text.replace("&quot;", "\"")
                        .replace("&#34;", "\"")
                        .replace("&#39;", "'")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&");
    }
}
