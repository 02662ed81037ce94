package org.harmattan.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, LOOPBACK",
        "127.8.9.1, LOOPBACK",
        "::1, LOOPBACK",
        "::ffff:127.0.0.1, LOOPBACK",
        "10.1.2.3, PRIVATE",
        "172.16.0.1, PRIVATE",
        "172.31.255.255, PRIVATE",
        "192.168.1.1, PRIVATE",
        "169.254.169.254, PRIVATE",
        "100.64.0.1, PRIVATE",
        "fe80::1, PRIVATE",
        "fd00::1, PRIVATE",
        "fc00::1, PRIVATE",
        "::ffff:10.0.0.1, PRIVATE",
        "0.0.0.0, UNUSABLE",
        "0.1.2.3, UNUSABLE",
        "224.0.0.1, UNUSABLE",
        "255.255.255.255, UNUSABLE",
        "240.0.0.1, UNUSABLE",
        "198.18.0.1, UNUSABLE",
        "192.0.2.1, UNUSABLE",
        "::, UNUSABLE",
        "ff02::1, UNUSABLE",
        "2001:db8::1, UNUSABLE",
        "2002:7f00:1::, UNUSABLE",
        "64:ff9b::7f00:1, UNUSABLE",
        "2001::1, UNUSABLE",
        "172.32.0.1, PUBLIC",
        "100.128.0.1, PUBLIC",
        "8.8.8.8, PUBLIC",
        "2a00:1450:4007::1, PUBLIC"
    })
    void everyAddressLeadsSomewhere(String address, AddressKind kind) throws UnknownHostException {
        assertThat(AddressKind.of(InetAddress.getByName(address))).isEqualTo(kind);
    }

    @Test
    void oneAddressInsideIsEnoughToRefuseAName() {
        AddressGuard guard = guard(false, false, "93.184.216.34", "10.0.0.1");
        assertThat(guard.judge(URI.create("https://two-faced.example/hook")))
                .isInstanceOf(AddressGuard.Verdict.Refused.class);
    }

    @Test
    void thisMachineIsRefusedUnlessItIsAllowed() {
        URI url = URI.create("http://localhost:9/hook");
        assertThat(guard(false, false, "127.0.0.1").judge(url)).isInstanceOf(AddressGuard.Verdict.Refused.class);
        assertThat(guard(true, false, "127.0.0.1", "::1").judge(url)).isEqualTo(new AddressGuard.Verdict.Allowed(true));
    }

    @Test
    void allowingThisMachineAllowsNoOtherNetwork() {
        assertThat(guard(true, false, "192.168.1.1").judge(URI.create("https://router.example/")))
                .isInstanceOf(AddressGuard.Verdict.Refused.class);
        assertThat(guard(false, true, "192.168.1.1").judge(URI.create("http://router.example/")))
                .isEqualTo(new AddressGuard.Verdict.Allowed(false));
    }

    @Test
    void overTheInternetOnlyEncrypted() {
        AddressGuard guard = guard(false, false, "93.184.216.34");
        assertThat(guard.judge(URI.create("http://ngo.example/"))).isInstanceOf(AddressGuard.Verdict.Refused.class);
        assertThat(guard.judge(URI.create("https://ngo.example/"))).isEqualTo(new AddressGuard.Verdict.Allowed(false));
    }

    @Test
    void aNameThatNobodyKnowsIsRefused() {
        AddressGuard guard = new AddressGuard(new WebhookSettings(false, false), host -> {
            throw new UnknownHostException(host);
        });
        assertThat(guard.judge(URI.create("https://nowhere.example/")))
                .isInstanceOf(AddressGuard.Verdict.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://ngo.example/",
                "https://",
                "not an address",
                "https://me@ngo.example/",
                "https://ngo.example/#x",
                "/hook"
            })
    void whatIsNoWebAddressIsRefusedByItsShape(String text) {
        assertThat(guard(false, false).shape(text)).isPresent();
    }

    @Test
    void aWebAddressIsAccepted() {
        assertThat(guard(false, false).shape("https://ngo.example:8443/hook?x=1"))
                .isEmpty();
    }

    private static AddressGuard guard(boolean loopback, boolean privateNetworks, String... addresses) {
        return new AddressGuard(
                new WebhookSettings(loopback, privateNetworks),
                host -> Stream.of(addresses).map(AddressGuardTest::address).toArray(InetAddress[]::new));
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
