package org.harmattan.notifier.message;

import org.harmattan.schemas.delivery.Channel;

/** Carries messages by one channel. */
public interface Courier {

    /** Which one. */
    Channel channel();

    /** Tries once, within half a minute; failing is an answer and no exception. */
    Answer carry(Message message);
}
