package org.poterne.guidebook;

import java.util.List;
import org.poterne.walk.Walk;

/** A walk that was walked to its end. */
public record Chapter(Walk walk, List<Scene> scenes) {}
