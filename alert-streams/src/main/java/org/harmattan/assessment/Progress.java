package org.harmattan.assessment;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.harmattan.incident.Sha256;

/**
 * How far the fold has come: the one part that changes with every entry.
 *
 * @param lastSeq number of the last entry
 * @param lastOpenSeq number of the last entry that the open audience sees
 */
record Progress(long lastSeq, long lastOpenSeq) {

    static final Progress NONE = new Progress(0, 0);

    byte[] bytes(ViewState open, ViewState restricted) {
        return StoredParts.bytes(out -> {
            out.writeLong(lastSeq);
            out.writeLong(lastOpenSeq);
            write(out, open);
            write(out, restricted);
        });
    }

    /** Reads what {@link #bytes} wrote into both views. */
    static Progress read(byte[] bytes, ViewState open, ViewState restricted) {
        return StoredParts.read(bytes, in -> {
            Progress progress = new Progress(in.readLong(), in.readLong());
            read(in, open);
            read(in, restricted);
            return progress;
        });
    }

    private static void write(DataOutputStream out, ViewState view) throws IOException {
        Times times = view.times;
        out.writeLong(times.atMillis());
        out.writeInt(times.day());
        out.writeLong(times.budgetSecond());
        out.writeInt(times.budgetLeft());
        out.writeLong(times.pulseAtMillis());
        out.writeLong(view.tally.failedEntries());
        out.writeLong(view.tally.lastFailed());
        ByteBuffer chain = ByteBuffer.allocate(Sha256.BYTES);
        view.chain.sha256().write(chain);
        out.write(chain.array());
        out.writeLong(view.chain.outputs());
        StoredParts.regions(out, view.ground, view.pending());
    }

    private static void read(DataInputStream in, ViewState view) throws IOException {
        view.times = new Times(in.readLong(), in.readInt(), in.readLong(), in.readInt(), in.readLong());
        view.tally = new Tally(in.readLong(), in.readLong());
        view.chain = new OutputChain(Sha256.read(ByteBuffer.wrap(in.readNBytes(Sha256.BYTES))), in.readLong());
        view.pending(StoredParts.regions(in, view.ground));
    }
}
