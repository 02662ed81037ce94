package org.harmattan.ingest.imports;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How imports run.
 *
 * @param rowsInFlight most rows of one import that may wait for their receipts, 1 to 100,000
 * @param receiptWait how long nothing at all may be answered before an import gives up
 * @param atOnce most imports at a time, 1 to 16
 */
@ConfigurationProperties("harmattan.import")
record ImportSettings(
        @Bindable(defaultValue = "2000") @Min(1) @Max(100_000)
        int rowsInFlight,

        @Bindable(defaultValue = "60s") Duration receiptWait,
        @Bindable(defaultValue = "2") @Min(1) @Max(16) int atOnce) {

    ImportSettings {
        if (receiptWait.isNegative() || receiptWait.isZero()) {
            throw new IllegalArgumentException("harmattan.import.receipt-wait: must be longer than 0");
        }
    }
}
