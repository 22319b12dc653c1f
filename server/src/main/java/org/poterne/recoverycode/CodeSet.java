package org.poterne.recoverycode;

import java.util.LinkedHashMap;
import java.util.List;

/** Ten codes, no two of which have one selector. */
final class CodeSet {

    static final int SIZE = 10;

    private final List<RecoveryCode> codes;

    private CodeSet(List<RecoveryCode> codes) {
        this.codes = codes;
    }

    static CodeSet fresh() {
        var codes = new LinkedHashMap<String, RecoveryCode>();
        while (codes.size() < SIZE) {
            var code = RecoveryCode.fresh();
            codes.putIfAbsent(code.selector(), code);
        }
        return new CodeSet(List.copyOf(codes.values()));
    }

    List<RecoveryCode> codes() {
        return codes;
    }

    @Override
    public String toString() {
        return "CodeSet[redacted]";
    }
}
