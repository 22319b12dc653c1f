package org.poterne.throttle;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The page of a spent budget: 429, coarse, never saying which limit it was (RFC 6585 §4). */
public final class TooMany {

    private TooMany() {}

    public static ModelAndView page(Duration wait, HttpServletResponse response) {
        var minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(minutes * 60));
        var page = new ModelAndView("throttle/too-many");
        page.addObject("minutes", minutes);
        page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        return page;
    }
}
