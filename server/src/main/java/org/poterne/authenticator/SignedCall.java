package org.poterne.authenticator;

import tools.jackson.databind.JsonNode;

/**
 * A call that a phone signed just now, heard for the first time. A page of the application's interface asks for it as a
 * parameter, as others ask for whoever is signed in; nothing of it runs for anybody else.
 */
public record SignedCall(Authenticator device, JsonNode body) {}
