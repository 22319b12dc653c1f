package org.poterne.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.poterne.tenant.Tenant;

/** Somebody before the door: where, in which language, and from where. */
record Visit(Tenant tenant, Locale language, HttpServletRequest request, HttpServletResponse response) {}
