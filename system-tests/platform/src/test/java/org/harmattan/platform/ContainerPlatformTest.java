package org.harmattan.platform;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(600)
class ContainerPlatformTest {
    @Test
    void carriesARecordKeepsASchemaAndARow() throws Exception {
        Optional<String> reason = ContainerPlatform.unavailableReason();
        reason.ifPresent(why ->
                LoggerFactory.getLogger(ContainerPlatformTest.class).warn("SKIPPED, containers not tested: {}", why));
        assumeTrue(reason.isEmpty(), () -> reason.orElse(""));
        try (Platform platform = ContainerPlatform.start()) {
            PlatformContract.holdsFor(platform);
        }
    }
}
