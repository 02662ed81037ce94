package org.harmattan.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.harmattan.cli.CommandRun;
import org.harmattan.replay.Verification;
import org.harmattan.schemas.audience.Audience;
import org.junit.jupiter.api.Test;

class VerificationTextTest {

    private static final Verification SAME = new Verification.Same(3_304, 11_521, "aa", "bb");
    private static final Verification DIFFERENT = new Verification.Different(
            17, "harmattan.scores", Audience.OPEN, 12, 3, "ML-5", Verification.Kind.VALUE, "The value differs.");

    @Test
    void equalSaysHowMuchWasComparedAndBothDigests() {
        assertThat(VerificationText.plain("west-central-africa", SAME))
                .startsWith("west-central-africa: equal. 3,304 entries folded, 11,521 published records compared.")
                .contains("open       aa", "restricted bb");
    }

    @Test
    void aDifferenceNamesItsCauseTopicAndKey() {
        assertThat(VerificationText.plain("west-central-africa", DIFFERENT))
                .contains("DIFFERENT", "VALUE on harmattan.scores", "entry 12, output 3", "key ML-5");
    }

    @Test
    void jsonSaysWhetherItIsEqual() {
        assertThat(VerificationText.json("t", SAME).toString())
                .contains("\"equal\":true", "\"digest\":{\"open\":\"aa\",\"restricted\":\"bb\"}");
        assertThat(VerificationText.json("t", DIFFERENT)
                        .path("firstDifference")
                        .path("seq")
                        .asLong())
                .isEqualTo(12);
    }

    @Test
    void anUnknownTheatreIsAnsweredWithTheList() {
        CommandRun run = CommandRun.of("ledger", "verify", "--theatre", "atlantis");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("west-central-africa");
    }
}
