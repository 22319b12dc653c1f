package org.poterne.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FormTests {

    @Test
    void theFirstFormThatPostsIsReadWithWhatIsHiddenInIt() {
        var form = Form.in("""
                <form action="/search"><input type="hidden" name="not" value="this"></form>
                <form id=door method="post"
                      action="/gimic/sign-in?a=1&amp;b=2" novalidate>
                  <input type="hidden" name="_csrf" value="x&quot;y&amp;z">
                  <input value='two words' name='single' type='hidden'>
                  <input type=hidden name=bare value=7>
                  <input type="hidden" name="nothing">
                  <input type="email" name="identifier" value="typed">
                  <input type="hidden" data-name="other" name="late" value="yes"/>
                </form>
                <input type="hidden" name="outside" value="no">
                """);
        assertThat(form.action()).isEqualTo("/gimic/sign-in?a=1&b=2");
        assertThat(form.hidden())
                .containsEntry("_csrf", "x\"y&z")
                .containsEntry("single", "two words")
                .containsEntry("bare", "7")
                .containsEntry("nothing", "")
                .containsEntry("late", "yes")
                .hasSize(5);
    }

    @Test
    void aPageWithoutAFormIsAFailureThatShowsIt() {
        assertThatThrownBy(() -> Form.in("<p>Revenez plus tard.</p>"))
                .isInstanceOf(RigFailure.class)
                .hasMessageContaining("Revenez");
    }
}
