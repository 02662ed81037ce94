package org.harmattan.explanation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Quantised integers as people write them; the same on every machine, whatever its locale data. */
final class Numerals {

    private final String decimalMark;

    Numerals(Language language) {
        decimalMark = language == Language.FR ? "," : ".";
    }

    /** Tenths: 523 is 52.3, 520 is 52. */
    String tenths(int tenths) {
        return decimal(tenths, 1);
    }

    /** Thousandths, shown with one decimal: 4249 is 4.2. */
    String milli(int milli) {
        return decimal(milli, 3);
    }

    private String decimal(int value, int scale) {
        BigDecimal shown = BigDecimal.valueOf(value, scale).setScale(1, RoundingMode.HALF_UP);
        String text = shown.toPlainString();
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text.replace(".", decimalMark);
    }

    /** Whole per cent of a figure in 1e-4, at least 1 when it is above 0 and at most 99 when it is below 10,000. */
    static int wholePercent(int tenThousandths) {
        if (tenThousandths <= 0) {
            return 0;
        }
        if (tenThousandths >= 10_000) {
            return 100;
        }
        return Math.min(99, Math.max(1, (tenThousandths + 50) / 100));
    }
}
