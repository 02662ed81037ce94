package org.harmattan.assessment;

import java.util.BitSet;

/**
 * An import under way: in the regions that its rows touched, raising and escalating wait for its end, or until 60 s of the
 * theatre's time after its last row.
 *
 * @param importId id of the import
 * @param regions numbers of the regions that its rows touched since it last fell silent; not to be changed
 * @param lastRowAtMillis the theatre's time of its last row, or of its beginning
 */
record ImportHold(String importId, BitSet regions, long lastRowAtMillis) {

    static final long SILENCE_MILLIS = 60_000;

    ImportHold withRow(int[] touched, long atMillis) {
        BitSet more = (BitSet) regions.clone();
        for (int region : touched) {
            more.set(region);
        }
        return new ImportHold(importId, more, atMillis);
    }

    ImportHold silent() {
        return new ImportHold(importId, new BitSet(), lastRowAtMillis);
    }

    boolean holds(int region, long atMillis) {
        return atMillis < endsAtMillis() && regions.get(region);
    }

    long endsAtMillis() {
        return lastRowAtMillis + SILENCE_MILLIS;
    }
}
