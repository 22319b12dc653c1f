package org.poterne.account;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/** Characters that no reader sees: controls, direction overrides, zero widths, fillers, private and unassigned ones. */
public final class UnseenCharacter {

    private static final int BLANK_BRAILLE = 0x2800;

    private UnseenCharacter() {}

    public static boolean is(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default ->
                point == BLANK_BRAILLE || UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
        };
    }
}
