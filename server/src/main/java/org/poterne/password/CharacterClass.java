package org.poterne.password;

/**
 * A kind of character that a tenant may ask for. Of every script: a letter without case, as in Arabic or Chinese, counts
 * as both, or its writers could keep no such rule.
 */
public enum CharacterClass {
    LOWER {
        @Override
        boolean has(int point) {
            return Character.isLowerCase(point) || isWithoutCase(point);
        }
    },
    UPPER {
        @Override
        boolean has(int point) {
            return Character.isUpperCase(point) || Character.isTitleCase(point) || isWithoutCase(point);
        }
    },
    DIGIT {
        @Override
        boolean has(int point) {
            return Character.isDigit(point);
        }
    },
    SPECIAL {
        @Override
        boolean has(int point) {
            return !Character.isLetterOrDigit(point) && Character.getType(point) != Character.NON_SPACING_MARK;
        }
    };

    abstract boolean has(int point);

    boolean isIn(RawPassword password) {
        return password.codePoints().anyMatch(this::has);
    }

    private static boolean isWithoutCase(int point) {
        return Character.isLetter(point)
                && !Character.isLowerCase(point)
                && !Character.isUpperCase(point)
                && !Character.isTitleCase(point);
    }
}
