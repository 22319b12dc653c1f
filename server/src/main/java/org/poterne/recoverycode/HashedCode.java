package org.poterne.recoverycode;

/** A code as it is kept. */
record HashedCode(String selector, String hash) {

    @Override
    public String toString() {
        return "HashedCode[redacted]";
    }
}
