package org.harmattan.notifier.signup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.org",
                "amina.diallo+alertes@ong.example.org",
                "x@localhost",
                "é@exemple.fr",
                "a@bücher.example"
            })
    void isUsable(String address) {
        assertThat(MailAddress.isUsable(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@b.org",
                "a@",
                "a b@c.org",
                "a@b@c.org",
                "a@b..org",
                ".a@b.org",
                "a..b@c.org",
                "Amina <a@b.org>",
                "a@b.org\r\nBcc: c@d.org",
                "a@b.org.",
                "a@-b.org",
                "\"a\"@b.org",
                "a@b.org,c@d.org"
            })
    void isNotUsable(String address) {
        assertThat(MailAddress.isUsable(address)).isFalse();
    }
}
