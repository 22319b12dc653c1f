package org.poterne.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTests {

    @Test
    void markdownIsAlignedAndNoCellEndsItsColumn() {
        var table = new Table("Hashes", "lane", "per second").row("ours", 90).row("a|b", "1,200");
        assertThat(table.markdown()).isEqualTo("""
                **Hashes**

                | lane | per second |
                | ---- | ---------- |
                | ours | 90         |
                | a\\|b | 1,200      |
                """);
    }

    @Test
    void csvQuotesWhatWouldEndAField() {
        var table = new Table("", "a", "b").row("1,200", "say \"no\"").row("two\nlines", "plain");
        assertThat(table.csv()).isEqualTo("a,b\r\n\"1,200\",\"say \"\"no\"\"\"\r\n\"two\nlines\",plain\r\n");
    }

    @Test
    void aRowOfAnotherWidthIsRefused() {
        assertThatThrownBy(() -> new Table("", "a", "b").row("1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void threeFiguresCount() {
        assertThat(Range.figure(1234.5)).isEqualTo("1,235");
        assertThat(Range.figure(12.345)).isEqualTo("12.3");
        assertThat(Range.figure(0.01234)).isEqualTo("0.012");
        assertThat(Range.figure(0)).isEqualTo("0");
    }
}
