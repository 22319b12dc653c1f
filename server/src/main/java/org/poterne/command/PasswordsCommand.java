package org.poterne.command;

import picocli.CommandLine.Command;

@Command(name = "passwords", description = "Work on what passwords are held against.", mixinStandardHelpOptions = true)
final class PasswordsCommand {}
