package org.harmattan.cli.tail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where a tail begins. */
sealed interface Since {

    /** With what comes from now on. */
    record Now() implements Since {}

    /** With the oldest record that is still there. */
    record Beginning() implements Since {}

    /** With the first record whose timestamp is not earlier. */
    record At(Instant instant) implements Since {}

    /** Reads {@code 90s}, {@code 15m}, {@code 2h}, {@code 3d}, a date, an instant, or {@code beginning}. */
    final class Converter implements ITypeConverter<Since> {

        private static final Pattern AGO = Pattern.compile("(\\d{1,9})([smhd])");

        @Override
        public Since convert(String text) {
            String lower = text.trim().toLowerCase(Locale.ROOT);
            if (lower.equals("now")) {
                return new Now();
            }
            if (lower.equals("beginning")) {
                return new Beginning();
            }
            Matcher ago = AGO.matcher(lower);
            if (ago.matches()) {
                return new At(Instant.now().minus(duration(Long.parseLong(ago.group(1)), ago.group(2))));
            }
            return new At(instant(text.trim()));
        }

        private static Duration duration(long amount, String unit) {
            return switch (unit) {
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                default -> Duration.ofDays(amount);
            };
        }

        private static Instant instant(String text) {
            try {
                return text.length() == "2026-11-24".length()
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(
                        "'" + text
                                + "' is no time: write 90s, 15m, 2h or 3d (ago), 2026-11-24, 2026-11-24T06:00:00Z, or beginning");
            }
        }
    }
}
