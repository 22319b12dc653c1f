package org.poterne.argon2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.poterne.argon2.SelfCheck.Verdict;

/** An implementation is taken when it is right and clearly quicker, and never otherwise. */
class SelfCheckTests {

    private static final double CLEARLY = 1.2;

    private final Argon2 right = new BouncyCastle();
    private final Argon2 slow = new Altered(right) {
        @Override
        public byte[] hash(Argon2Input input, Argon2Cost cost, int length) {
            super.hash(input, cost, length);
            super.hash(input, cost, length);
            return super.hash(input, cost, length);
        }
    };

    @Test
    void whatIsRightAndQuickerIsTaken() {
        assertThat(new SelfCheck(right, slow, CLEARLY).run())
                .isInstanceOfSatisfying(
                        Verdict.Quicker.class,
                        verdict -> assertThat(verdict.times()).isGreaterThan(CLEARLY));
    }

    @Test
    void whatIsSlowerIsNot() {
        assertThat(new SelfCheck(slow, right, CLEARLY).run()).isInstanceOf(Verdict.NotQuicker.class);
    }

    @Test
    void whatIsWrongInOneBitIsNotHoweverQuick() {
        var wrong = new Altered(right) {
            @Override
            public byte[] hash(Argon2Input input, Argon2Cost cost, int length) {
                var tag = super.hash(input, cost, length);
                tag[length - 1] ^= 1;
                return tag;
            }
        };
        assertThat(new SelfCheck(wrong, slow, CLEARLY).run()).isInstanceOf(Verdict.Wrong.class);
    }

    /** The published tag alone would pass one that looks it up. */
    @Test
    void whatKnowsThePublishedTagAndNoOtherIsNot() {
        var learnt = new Altered(right) {
            @Override
            public byte[] hash(Argon2Input input, Argon2Cost cost, int length) {
                return cost.lanes() == 4 ? super.hash(input, cost, length) : new byte[length];
            }
        };
        assertThat(new SelfCheck(learnt, slow, CLEARLY).run()).isInstanceOf(Verdict.Wrong.class);
    }

    private abstract static class Altered implements Argon2 {

        private final Argon2 inside;

        private Altered(Argon2 inside) {
            this.inside = inside;
        }

        @Override
        public byte[] hash(Argon2Input input, Argon2Cost cost, int length) {
            return inside.hash(input, cost, length);
        }

        @Override
        public void forget() {
            inside.forget();
        }

        @Override
        public String name() {
            return "altered";
        }
    }
}
