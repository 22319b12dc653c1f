package org.poterne.challenge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.poterne.tenant.Tenant;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a question shows and says, to the browser it was put to and to nobody else. Nothing of the answer is in an address. */
@Controller
class QuestionPages {

    private final Questions questions;

    QuestionPages(Questions questions) {
        this.questions = questions;
    }

    @GetMapping(path = "/{tenant}/challenge/{id}/image.png", produces = "image/png")
    ResponseEntity<Resource> image(Tenant tenant, @PathVariable String id, HttpServletRequest request) {
        return file(
                questions
                        .show(tenant, id, request)
                        .map(OpenQuestions.Shown::solution)
                        .map(shown -> Picture.of(shown.characters(), shown.seed())),
                MediaType.IMAGE_PNG);
    }

    /** A resource, so that players may ask for a part of it: some play nothing else. */
    @GetMapping(path = "/{tenant}/challenge/{id}/audio.wav", produces = "audio/wav")
    ResponseEntity<Resource> audio(Tenant tenant, @PathVariable String id, HttpServletRequest request) {
        return file(
                questions
                        .show(tenant, id, request)
                        .map(shown -> Speech.of(
                                shown.solution().digits(),
                                shown.language(),
                                shown.solution().seed())),
                new MediaType("audio", "wav"));
    }

    /** Another image for a page that stays as it is; without JavaScript the form itself is sent. */
    @PostMapping("/{tenant}/challenge/renew")
    ResponseEntity<Map<String, String>> renew(
            Tenant tenant,
            @RequestParam(name = Questions.ID, defaultValue = "") String id,
            HttpServletRequest request) {
        return questions
                .renew(tenant, id, request)
                .map(fresh -> ResponseEntity.ok(Map.of("id", fresh.toString())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<Resource> file(Optional<byte[]> content, MediaType type) {
        return content.map(bytes -> ResponseEntity.ok()
                        .contentType(type)
                        .cacheControl(CacheControl.noStore())
                        .<Resource>body(new ByteArrayResource(bytes)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
