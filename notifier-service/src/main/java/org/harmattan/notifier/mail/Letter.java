package org.harmattan.notifier.mail;

import java.util.List;
import java.util.Optional;

/**
 * A mail before it is put into an envelope.
 *
 * @param to the address
 * @param messageId the local part of the Message-ID
 * @param inReplyTo local parts of the mails it answers, oldest first
 * @param subject one line
 * @param text the body, lines of at most 76 characters where words allow
 * @param language ISO 639-1
 * @param unsubscribe the address for RFC 8058, or empty for mails that nobody is subscribed to
 */
record Letter(
        String to,
        String messageId,
        List<String> inReplyTo,
        String subject,
        String text,
        String language,
        Optional<String> unsubscribe) {}
