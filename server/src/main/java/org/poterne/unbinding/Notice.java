package org.poterne.unbinding;

import java.util.UUID;
import org.poterne.account.EmailAddress;

/** One of the addresses that an unbinding is announced to. */
record Notice(UUID id, UUID unbinding, EmailAddress to) {}
