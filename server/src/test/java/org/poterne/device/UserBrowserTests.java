package org.poterne.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.poterne.device.UserBrowser.Platform;
import org.poterne.device.UserBrowser.Program;

/** A browser by the name its owner gives it, and nothing that its header says besides. */
class UserBrowserTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (Android 16; Mobile; rv:142.0) Gecko/142.0 Firefox/142.0 | FIREFOX | ANDROID
            Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0 | FIREFOX | LINUX
            Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/142.0 Mobile/15E148 Safari/605.1.15 | FIREFOX | IPHONE
            Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36 | CHROME | ANDROID
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 | CHROME | WINDOWS
            Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 | CHROME | CHROME_OS
            Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0.0.0 Mobile/15E148 Safari/604.1 | CHROME | IPAD
            Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15 | SAFARI | MAC
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0 | EDGE | WINDOWS
            Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36 | SAMSUNG_INTERNET | ANDROID
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 OPR/124.0.0.0 | OPERA | WINDOWS
            curl/8.14.1 | OTHER | OTHER
            '' | OTHER | OTHER
            """)
    void eachIsKnownByItsOwnMarkWhateverElseItClaimsToBe(String header, Program program, Platform platform) {
        assertThat(UserBrowser.parse(header)).isEqualTo(new UserBrowser(program, platform));
    }

    @Test
    void noHeaderPutsAWordOfItsOwnOnAPage() {
        var random = new Random(31);
        for (var time = 0; time < 1_000; time++) {
            var header = random.ints(random.nextInt(200), 0, 0x3000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .append("<script>Firefox/</script> \r\nSet-Cookie: a=b")
                    .toString();
            var browser = UserBrowser.parse(header);
            assertThat(browser.program().shown()).isEqualTo("Firefox");
            assertThat(browser.platform().shown()).matches("[A-Za-z]*");
        }
    }

    @Test
    void whatIsKeptIsReadAgainAndWhatANewerNodeWroteIsUnknown() {
        for (var program : Program.values()) {
            for (var platform : Platform.values()) {
                var browser = new UserBrowser(program, platform);
                assertThat(UserBrowser.read(browser.kept())).isEqualTo(browser);
            }
        }
        assertThat(UserBrowser.read("ladybird haiku")).isEqualTo(new UserBrowser(Program.OTHER, Platform.OTHER));
        assertThat(UserBrowser.read("")).isEqualTo(new UserBrowser(Program.OTHER, Platform.OTHER));
        assertThat(Arrays.stream(Program.values()).map(Program::shown)).doesNotHaveDuplicates();
    }
}
