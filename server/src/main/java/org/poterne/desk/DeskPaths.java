package org.poterne.desk;

import org.poterne.assistance.AssistanceRequest;
import org.poterne.assistance.RequestNumber;
import org.poterne.tenant.Tenant;
import org.springframework.web.servlet.ModelAndView;

/** Where the desk's pages are. */
final class DeskPaths {

    private DeskPaths() {}

    static String request(Tenant tenant, AssistanceRequest request) {
        return tenant.path("/desk/requests/" + request.number());
    }

    /** Of a number that was asked for: in its one spelling, so that nothing typed is sent back. */
    static String request(Tenant tenant, String number) {
        return tenant.path("/desk/requests/" + RequestNumber.parse(number).orElseThrow(Counter::notFound));
    }

    static ModelAndView to(String path) {
        return new ModelAndView("redirect:" + path);
    }
}
