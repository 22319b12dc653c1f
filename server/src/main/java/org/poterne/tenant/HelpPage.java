package org.poterne.tenant;

import java.util.regex.Pattern;

/**
 * Where a tenant's people read how things are done: a bean of the module that has it. The floor of every page leads there, at
 * the problem at hand.
 *
 * @param path of the page: {@code /help}
 */
public record HelpPage(String path) {

    /** The parameter that says where somebody comes from. */
    public static final String FROM = "page";

    private static final Pattern WORDS = Pattern.compile("(/[a-z-]+(?=/|$))+");

    /**
     * Its address for whoever comes from that page. The page's own words are told alone: a number or a name in its address may be
     * somebody's, and stays there.
     *
     * @param page below the tenant's: {@code /recovery/sent}
     */
    public String from(String page) {
        var words = WORDS.matcher(page);
        return words.lookingAt() && !words.group().startsWith(path) ? path + "?" + FROM + "=" + words.group() : path;
    }
}
