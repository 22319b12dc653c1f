package org.poterne.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.poterne.Serving;
import org.springframework.boot.SpringApplicationAotProcessor;

/** The server of this build, laid out ahead as {@code command/start.sh} lays it out. */
record AheadLayout(Path classes) {

    static AheadLayout in(Path folder) throws IOException {
        var layout = new AheadLayout(folder.resolve("classes"));
        var sources = folder.resolve("sources");
        layout.process(sources);
        layout.compile(sources);
        return layout;
    }

    String classPath() {
        return classes + File.pathSeparator + System.getProperty("java.class.path");
    }

    private void process(Path sources) throws IOException {
        var log = Files.createTempFile("poterne-ahead", ".log");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SpringApplicationAotProcessor.class.getName(),
                        Serving.class.getName(),
                        sources.toString(),
                        classes.toString(),
                        classes.toString(),
                        "org.poterne",
                        "poterne-server",
                        "--spring.mail.host=localhost",
                        "--poterne.base-url=http://localhost",
                        "--poterne.mail.from=no-reply@poterne.example")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.onExit().join().exitValue())
                .as(Files.readString(log))
                .isZero();
    }

    private void compile(Path sources) throws IOException {
        var arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "-d", classes.toString(), "-cp", classPath()));
        try (var files = Files.walk(sources)) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }
}
