package org.poterne.house;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.microsoft.playwright.CDPSession;

/** A device with a fingerprint reader, as Chromium plays one: it makes passkeys, and signs when the finger is known. */
public final class VirtualAuthenticator {

    private final CDPSession session;
    private final String id;

    private VirtualAuthenticator(CDPSession session, String id) {
        this.session = session;
        this.id = id;
    }

    /** Built into the device that this browser runs on. */
    public static VirtualAuthenticator in(Browser browser) {
        var session = browser.context().newCDPSession(browser.page());
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var arguments = new JsonObject();
        arguments.add("options", options);
        var added = session.send("WebAuthn.addVirtualAuthenticator", arguments);
        return new VirtualAuthenticator(session, added.get("authenticatorId").getAsString());
    }

    /** The finger is that of somebody else. */
    public void refuseFinger() {
        set("WebAuthn.setUserVerified", "isUserVerified", false);
    }

    public void knowFinger() {
        set("WebAuthn.setUserVerified", "isUserVerified", true);
    }

    /** Its owner touches nothing, and the browser goes on waiting. */
    public void lieStill() {
        set("WebAuthn.setAutomaticPresenceSimulation", "enabled", false);
    }

    public void beTouched() {
        set("WebAuthn.setAutomaticPresenceSimulation", "enabled", true);
    }

    public int passkeys() {
        return session.send("WebAuthn.getCredentials", arguments())
                .getAsJsonArray("credentials")
                .size();
    }

    private void set(String command, String what, boolean value) {
        var arguments = arguments();
        arguments.add(what, new JsonPrimitive(value));
        session.send(command, arguments);
    }

    private JsonObject arguments() {
        var arguments = new JsonObject();
        arguments.addProperty("authenticatorId", id);
        return arguments;
    }
}
