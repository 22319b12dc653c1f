package org.poterne.holder;

import org.poterne.device.UserBrowser;
import org.poterne.words.Words;

/** A browser as its owner would name it: "Firefox sur Android". */
final class BrowserWords {

    private BrowserWords() {}

    static String say(Words words, UserBrowser browser) {
        var program = browser.program().shown();
        var shown = program.isEmpty() ? words.say("holder.browser.unknown") : program;
        var platform = browser.platform().shown();
        return platform.isEmpty() ? shown : words.say("holder.browser.on", "browser", shown, "platform", platform);
    }
}
