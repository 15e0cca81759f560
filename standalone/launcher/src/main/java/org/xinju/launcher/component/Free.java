package org.xinju.launcher.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

import org.xinju.launcher.words.Refusal;

/** Ports that nobody listens on. */
public final class Free {

    private Free() {}

    /** One that the operating system picks. */
    static int port() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Refusal when one of the components' ports is taken, by another of them or by another program */
    public static void check(List<Component> components) {
        var ports = components.stream().flatMap(component -> component.ports().stream()).toList();
        for (var port : ports) {
            ports.stream().filter(other -> other.number() == port.number() && !other.equals(port)).findFirst().ifPresent(other -> {
                throw new Refusal("port-twice", port.number(), port.variable(), other.variable());
            });
            if (isTaken(port.number())) {
                throw Listener.of(port.number()).map(owner -> new Refusal("port-busy-by", port.number(), owner, port.variable()))
                        .orElseGet(() -> new Refusal("port-busy", port.number(), port.variable()));
            }
        }
    }

    private static boolean isTaken(int port) {
        try (var _ = new ServerSocket(port)) { // on all addresses: taken on one of them is taken
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
