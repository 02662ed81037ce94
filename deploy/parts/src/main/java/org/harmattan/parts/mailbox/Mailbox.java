package org.harmattan.parts.mailbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.harmattan.parts.DataDirectory;
import org.harmattan.parts.LoopbackPorts;
import org.harmattan.parts.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Takes mail for anybody over SMTP, keeps the newest thousand through restarts, and shows them on a page, both on
 * loopback.
 */
public final class Mailbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    private static final int CAPACITY = 1_000;
    private static final int LARGEST_MAIL_BYTES = 10 * 1024 * 1024;
    private static final int MOST_CONNECTIONS = 50;
    private static final int HTTP_THREADS = 4;
    private static final int STORAGE_FAILED = 452;

    private final MailStore store;
    private final SMTPServer smtp;
    private final HttpServer http;
    private final ExecutorService httpThreads;

    private Mailbox(MailStore store, SMTPServer smtp, HttpServer http, ExecutorService httpThreads) {
        this.store = store;
        this.smtp = smtp;
        this.http = http;
        this.httpThreads = httpThreads;
    }

    /**
     * Starts a mailbox.
     *
     * @param directory it keeps the mails in the folder {@code mailbox} of it, one {@code .eml} file each
     * @param smtpPort where mail is taken; 0 for any free one
     * @param httpPort where the page is; 0 for any free one
     * @throws PartFailure if a port is taken
     */
    public static Mailbox start(DataDirectory directory, int smtpPort, int httpPort) {
        Path folder = directory.folder("mailbox");
        int claimedSmtp = LoopbackPorts.claim("the mailbox's SMTP server", smtpPort);
        int claimedHttp = LoopbackPorts.claim("the mailbox's page", httpPort);
        MailStore store = new MailStore(folder, CAPACITY);
        HttpServer http;
        try {
            http = HttpServer.create(new InetSocketAddress(LoopbackPorts.address(), claimedHttp), 0);
        } catch (IOException e) {
            throw new PartFailure(
                    "The mailbox's page cannot be served on port " + claimedHttp + ": " + e.getMessage(), e);
        }
        ExecutorService threads = Executors.newFixedThreadPool(HTTP_THREADS, task -> {
            Thread thread = new Thread(task, "mailbox-page");
            thread.setDaemon(true);
            return thread;
        });
        http.setExecutor(threads);
        http.createContext("/", new MailDoor(store));
        SMTPServer smtp = SMTPServer.port(claimedSmtp)
                .bindAddress(LoopbackPorts.address())
                .hostName("localhost")
                .softwareName("harmattan-mailbox")
                .maxConnections(MOST_CONNECTIONS)
                .maxMessageSize(LARGEST_MAIL_BYTES)
                .messageHandlerFactory(context -> new Taking(store))
                .build();
        http.start();
        smtp.start();
        return new Mailbox(store, smtp, http, threads);
    }

    /** The mails, newest first. */
    public List<Mail> messages() {
        return store.all();
    }

    /** Where mail is taken. */
    public int smtpPort() {
        return smtp.getPortAllocated();
    }

    /** The address of the page, without a slash at the end. */
    public String url() {
        return "http://" + LoopbackPorts.HOST + ":" + http.getAddress().getPort();
    }

    /** Stops both servers; the mails stay. */
    @Override
    public void close() {
        smtp.stop();
        http.stop(0);
        httpThreads.shutdownNow();
    }

    /** One mail on its way in. It is acknowledged when it is on disk. */
    private static final class Taking implements MessageHandler {
        private final MailStore store;
        private final List<String> to = new ArrayList<>();
        private String from = "";

        Taking(MailStore store) {
            this.store = store;
        }

        @Override
        public void from(String sender) {
            from = sender;
        }

        @Override
        public void recipient(String recipient) {
            to.add(recipient);
        }

        @Override
        public String data(InputStream content) throws IOException, RejectException {
            byte[] bytes = content.readAllBytes();
            try {
                return "kept as " + store.add(Instant.now(), from, to, bytes).id();
            } catch (IOException e) {
                LOG.error("A mail could not be kept", e);
                throw new RejectException(STORAGE_FAILED, "The mail could not be stored; try again later");
            }
        }

        @Override
        public void done() {
            // Nothing is held between mails.
        }
    }
}
