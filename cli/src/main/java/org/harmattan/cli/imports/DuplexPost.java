package org.harmattan.cli.imports;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongConsumer;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A POST over HTTP/1.1 whose answer is read while its body is still being sent. The JDK's own client reads nothing of an
 * answer before the whole body is out: then a service that tells of each rejected row would block on a full connection,
 * stop reading, and both would wait for ever.
 */
final class DuplexPost implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;

    /** The service says something about once a second; this long without a word, and it is gone. */
    private static final int SILENCE_MILLIS = 120_000;

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final byte[] LINE_END = {'\r', '\n'};

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private volatile @Nullable IOException sendFailure;

    private DuplexPost(Socket socket) throws IOException {
        this.socket = socket;
        this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER_BYTES);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
    }

    /** Connects and sends the head of the request. */
    static DuplexPost open(URI target, Map<String, String> headers) throws IOException {
        boolean tls = "https".equals(target.getScheme());
        int port = target.getPort() >= 0 ? target.getPort() : tls ? 443 : 80;
        Socket socket = (tls ? SSLSocketFactory.getDefault() : SocketFactory.getDefault()).createSocket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(SILENCE_MILLIS);
            socket.connect(new InetSocketAddress(target.getHost(), port), CONNECT_MILLIS);
            DuplexPost post = new DuplexPost(socket);
            post.head(target, headers);
            return post;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void head(URI target, Map<String, String> headers) throws IOException {
        StringBuilder head = new StringBuilder("POST ")
                .append(target.getRawPath())
                .append(target.getRawQuery() == null ? "" : "?" + target.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(target.getAuthority())
                .append("\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Starts sending the file in a thread of its own. */
    void send(Path file, LongConsumer sentBytes) {
        Thread sender = new Thread(
                () -> {
                    try {
                        body(file, sentBytes);
                    } catch (IOException e) {
                        // an early answer, a refusal for instance, also ends it: the reader knows which it was
                        sendFailure = e;
                    }
                },
                "import-sender");
        sender.setDaemon(true);
        sender.start();
    }

    private void body(Path file, LongConsumer sentBytes) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long sent = 0;
        try (InputStream from = Files.newInputStream(file)) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                out.write((Integer.toHexString(read) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                out.write(buffer, 0, read);
                out.write(LINE_END);
                sent += read;
                sentBytes.accept(sent);
            }
        }
        out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Waits for the head of the answer. */
    Answer answer() throws IOException {
        HttpHead head;
        try {
            head = HttpHead.read(in);
            while (head.isInterim()) {
                head = HttpHead.read(in);
            }
        } catch (IOException e) {
            IOException behind = sendFailure;
            if (behind != null) {
                e.addSuppressed(behind);
            }
            throw e;
        }
        return new Answer(head.status(), head.chunked() ? new ChunkedBody(in) : in);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /**
     * The service's answer while it comes.
     *
     * @param status HTTP status
     * @param body bytes to the end of the answer
     */
    record Answer(int status, InputStream body) {

        /** The next line without its end, or null after the last one. */
        @Nullable
        String line() throws IOException {
            return HttpHead.line(body);
        }

        /** Everything that is left. */
        String all() throws IOException {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
