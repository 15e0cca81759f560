package org.xinju.broker;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stands where the table expects the broker's program: takes the same options, listens, says the same sentence. */
public final class BrokerMain {

    private BrokerMain() {}

    /** @param arguments as the broker's */
    public static void main(String[] arguments) throws Exception {
        var port = Integer.parseInt(arguments[1]);
        var data = Files.createDirectories(Path.of(arguments[5]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> data.resolve("ended-well").toFile().mkdir()));
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            System.out.println("broker ready on 127.0.0.1:" + port);
            socket.accept();
        }
    }
}
