package org.harmattan.cli.imports;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;

/** Stands in for ingest-service: answers each row while the request is still coming. */
final class FakeIngest implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private interface Handling {
        void handle(HttpExchange exchange) throws IOException;
    }

    private FakeIngest(Handling handling) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/imports", exchange -> {
            try (exchange) {
                handling.handle(exchange);
            }
        });
        server.start();
    }

    /** Says a line for each row, and a last one. */
    static FakeIngest answering(LongFunction<String> lineOfRow, LongFunction<String> lastLineOfRows)
            throws IOException {
        return new FakeIngest(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(exchange.getRequestBody(), StandardCharsets.UTF_8));
            in.readLine();
            long rows = 0;
            while (in.readLine() != null) {
                rows++;
                say(out, lineOfRow.apply(rows));
            }
            say(out, lastLineOfRows.apply(rows));
        });
    }

    /** Refuses without reading the body. */
    static FakeIngest refusing(int status, String problem) throws IOException {
        return new FakeIngest(exchange -> {
            byte[] body = problem.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        });
    }

    private static void say(OutputStream out, String line) throws IOException {
        if (!line.isEmpty()) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
