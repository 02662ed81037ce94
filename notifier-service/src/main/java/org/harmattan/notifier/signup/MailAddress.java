package org.harmattan.notifier.signup;

import java.net.IDN;
import java.util.regex.Pattern;

/** Which mail addresses can be used: one mailbox, no name, no quoting, a domain (RFC 5321, 4.1.2, without its rarities). */
final class MailAddress {

    private static final Pattern LOCAL = Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}");
    private static final Pattern DOMAIN = Pattern.compile("(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.?)+");
    private static final int LONGEST = 254;

    private MailAddress() {}

    static boolean isUsable(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1 || address.length() > LONGEST) {
            return false;
        }
        String local = address.substring(0, at);
        if (!LOCAL.matcher(local).matches() || local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
            return false;
        }
        try {
            String domain = IDN.toASCII(address.substring(at + 1));
            return DOMAIN.matcher(domain).matches() && !domain.endsWith(".");
        } catch (IllegalArgumentException e) {
            // not a name that the domain name system could hold
            return false;
        }
    }
}
