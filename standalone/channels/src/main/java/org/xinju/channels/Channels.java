package org.xinju.channels;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;
import org.subethamail.smtp.server.SMTPServer;

/** The running simulator: an SMS provider with its page, and a mail server. */
public final class Channels implements AutoCloseable {

    static {
        // Headers and body of an answer are two packets; without this the second waits 40 ms for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer http;
    private final SMTPServer smtp;
    private final Arrivals arrivals;
    private final Receipts receipts;

    private Channels(HttpServer http, SMTPServer smtp, Arrivals arrivals, Receipts receipts) {
        this.http = http;
        this.smtp = smtp;
        this.arrivals = arrivals;
        this.receipts = receipts;
    }

    /** Both servers take messages when this returns. @throws IOException if a port or the folder cannot be used */
    public static Channels start(ChannelsSettings settings) throws IOException {
        var arrivals = new Arrivals(settings.data());
        var secret = SharedSecret.in(settings.secret());
        var control = new Control(Behaviour.good(settings.receipts().orElse(null)));
        var receipts = new Receipts(arrivals, control, secret);
        var http = HttpServer.create(new InetSocketAddress(settings.address(), settings.port()), 0);
        var smtp = SMTPServer.port(settings.smtpPort()).bindAddress(settings.address()).hostName("localhost")
                .messageHandler(new Mailbox(arrivals, control)).maxConnections(100).build();
        var desk = new Desk(arrivals, control, receipts, secret);
        http.createContext("/", desk);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
        smtp.start();
        receipts.resume();
        return new Channels(http, smtp, arrivals, receipts);
    }

    /** Of the SMS provider and the page. */
    public int port() {
        return http.getAddress().getPort();
    }

    public int smtpPort() {
        return smtp.getPortAllocated();
    }

    public Arrivals arrivals() {
        return arrivals;
    }

    static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        receipts.close();
        smtp.stop();
        http.stop(0);
    }
}
