package org.poterne.bench;

import org.poterne.rig.Load;

/** @param page opened by somebody else, again and again, while the others sign in */
record Signing(Sample signIn, Load.Result page) {}
