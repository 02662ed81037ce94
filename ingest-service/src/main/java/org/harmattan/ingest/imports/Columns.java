package org.harmattan.ingest.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of one row by the names of their columns. Whatever cannot be read ends as an {@link Unfit}. */
final class Columns {

    private static final int DAY_LENGTH = "2021-12-31".length();
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9998, 12, 31);

    private final Header header;
    private final List<String> fields;

    Columns(Header header, List<String> fields) {
        this.header = header;
        this.fields = fields;
    }

    /** Which column stands where. */
    record Header(Map<String, Integer> positions, int size) {

        static Header of(List<String> names) {
            Map<String, Integer> positions = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i).strip();
                // of two columns of one name the first counts; some programs begin a file with a byte order mark
                positions.putIfAbsent(name.startsWith("\uFEFF") ? name.substring(1) : name, i);
            }
            return new Header(Map.copyOf(positions), names.size());
        }

        boolean has(String name) {
            return positions.containsKey(name);
        }
    }

    /** A field cannot be used. */
    @SuppressWarnings("serial") // never serialised: it lives within one row
    static final class Unfit extends Exception {
        private final Row.Reason reason;
        private final String field;

        Unfit(Row.Reason reason, String field, String detail) {
            super(detail, null, false, false); // there may be one for every row: no stack trace
            this.reason = reason;
            this.field = field;
        }

        Row.Unusable row(long number, String line) {
            return new Row.Unusable(number, line, reason, field, String.valueOf(getMessage()));
        }
    }

    /** The field's text, blanks around it taken away; empty when the file has no such column. */
    String text(String name) {
        Integer position = header.positions().get(name);
        return position == null ? "" : fields.get(position).strip();
    }

    String text(String name, int longest) throws Unfit {
        String text = text(name);
        if (text.length() > longest) {
            throw new Unfit(Row.Reason.TEXT_TOO_LONG, name, "at most " + longest + " characters");
        }
        return text;
    }

    String required(String name, int longest) throws Unfit {
        String text = text(name, longest);
        if (text.isEmpty()) {
            throw new Unfit(Row.Reason.MISSING, name, "it must not be empty");
        }
        return text;
    }

    double number(String name, double least, double greatest) throws Unfit {
        String text = required(name, 40);
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            value = Double.NaN;
        }
        if (!(value >= least && value <= greatest)) {
            throw new Unfit(Row.Reason.BAD_NUMBER, name, "a number from " + least + " to " + greatest);
        }
        return value;
    }

    int count(String name) throws Unfit {
        String text = required(name, 40);
        try {
            int value = Integer.parseInt(text);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new Unfit(Row.Reason.BAD_NUMBER, name, "a whole number from 0 up");
        }
        throw new Unfit(Row.Reason.BAD_NUMBER, name, "it is negative; a whole number from 0 up");
    }

    /** A code from 1 up. */
    int code(String name, int greatest) throws Unfit {
        String text = required(name, 40);
        for (int value = 1; value <= greatest; value++) {
            if (text.equals(Integer.toString(value))) {
                return value;
            }
        }
        throw new Unfit(Row.Reason.BAD_CODE, name, "a code from 1 to " + greatest);
    }

    /** A day; a time of day behind it, which is always midnight in such files, is not looked at. */
    LocalDate day(String name) throws Unfit {
        String text = required(name, 40);
        try {
            LocalDate day = LocalDate.parse(text.length() > DAY_LENGTH ? text.substring(0, DAY_LENGTH) : text);
            if (!day.isBefore(EARLIEST) && !day.isAfter(LATEST)) {
                return day;
            }
        } catch (DateTimeException e) {
            throw new Unfit(Row.Reason.BAD_DATE, name, "a day such as 2021-12-31");
        }
        throw new Unfit(Row.Reason.BAD_DATE, name, "a day from 1900 on");
    }
}
