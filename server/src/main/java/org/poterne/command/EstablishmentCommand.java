package org.poterne.command;

import picocli.CommandLine.Command;

@Command(
        name = "establishment",
        description = "Work on the establishments of one tenant.",
        mixinStandardHelpOptions = true)
final class EstablishmentCommand {}
