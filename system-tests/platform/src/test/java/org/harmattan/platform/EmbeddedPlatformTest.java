package org.harmattan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class EmbeddedPlatformTest {
    @Test
    void carriesARecordKeepsASchemaAndARowAndLeavesNoProcessBehind() throws Exception {
        List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
        try (Platform platform = EmbeddedPlatform.start()) {
            PlatformContract.holdsFor(platform);
        }
        assertThat(ProcessHandle.current().descendants()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void isSharedByAllTestsOfAJvm() {
        assertThat(Platform.shared()).isSameAs(Platform.shared());
    }
}
