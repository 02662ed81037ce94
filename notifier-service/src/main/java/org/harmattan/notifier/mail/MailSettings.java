package org.harmattan.notifier.mail;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.Optional;

/**
 * The mail server, {@code harmattan.mail.*}.
 *
 * @param host its name
 * @param port 25, 465 or 587 mostly
 * @param from who the mails are from: an address, with a name before it in angle brackets' form if wished
 * @param encryption NONE, STARTTLS (required, not only offered) or TLS
 * @param username account, when the server wants one
 * @param password of the account
 */
@ConfigurationProperties("harmattan.mail")
public record MailSettings(
        @NotBlank String host,
        @Min(1) @Max(65_535) int port,
        @NotBlank String from,
        @Bindable(defaultValue = "NONE") Encryption encryption,
        Optional<String> username,
        Optional<String> password) {

    /** How the connection is protected. */
    public enum Encryption {
        NONE,
        STARTTLS,
        TLS
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "mail server " + host + ":" + port + " (" + encryption + ")";
    }
}
