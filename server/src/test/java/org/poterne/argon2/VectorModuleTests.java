package org.poterne.argon2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Vectors without {@code --add-modules}, in JVMs of their own. */
class VectorModuleTests {

    private static final String TAG = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659";

    /** What {@code Add-Exports} in the manifest of the server's jar opens. */
    private static final String DOOR = "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED";

    @Test
    void itIsTakenUpWhenItIsWantedAndGivesThePublishedTag() throws IOException, InterruptedException {
        assertThat(said(DOOR)).isEqualTo("there " + TAG);
    }

    @Test
    void whereTheDoorIsShutItIsNotThereAndNothingBreaks() throws IOException, InterruptedException {
        assertThat(said("-Xshare:auto")).isEqualTo("not there");
    }

    private static String said(String flag) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                flag,
                "-cp",
                System.getProperty("java.class.path"),
                Said.class.getName()));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }

    static final class Said {

        private Said() {}

        public static void main(String[] arguments) {
            System.out.print(VectorModule.isThere() ? "there " + Published.tag() : "not there");
        }
    }

    /** Apart: the class that names vectors must not be touched before they are there. */
    private static final class Published {

        static String tag() {
            var input = new Argon2Input(filled(32, 1), filled(16, 2), filled(8, 3), filled(12, 4));
            return HexFormat.of().formatHex(new VectorLanes().hash(input, new Argon2Cost(32, 3, 4), 32));
        }

        private static byte[] filled(int length, int value) {
            var bytes = new byte[length];
            java.util.Arrays.fill(bytes, (byte) value);
            return bytes;
        }
    }
}
