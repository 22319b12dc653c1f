package org.poterne.guide;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param pictures folder that {@code ./poterne guide} fills: {@code <tenant>/<language>/<topic>/<step>.png}; it may not exist */
@ConfigurationProperties("poterne.guide")
record GuideSettings(Path pictures) {}
