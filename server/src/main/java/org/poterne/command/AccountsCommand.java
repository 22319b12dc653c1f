package org.poterne.command;

import picocli.CommandLine.Command;

@Command(name = "accounts", description = "Work on the accounts of one tenant.", mixinStandardHelpOptions = true)
final class AccountsCommand {}
