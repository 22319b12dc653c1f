package org.poterne.command;

import picocli.CommandLine.Command;

@Command(name = "desk", description = "Work on the help desk of one tenant.", mixinStandardHelpOptions = true)
final class DeskCommand {}
