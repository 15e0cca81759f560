package org.xinju.channels;

import java.io.IOException;

/**
 * Runs the simulator until SIGTERM: {@code --port N --smtp-port N --data DIR --receipts URL --secret FILE}. Prints
 * {@code channels ready on 127.0.0.1:N} once both servers take messages.
 */
public final class ChannelsMain {

    private ChannelsMain() {}

    /** Ends with status 2 on wrong options. */
    public static void main(String[] arguments) throws IOException {
        try {
            var channels = Channels.start(ChannelsSettings.of(arguments));
            Runtime.getRuntime().addShutdownHook(new Thread(channels::close, "stop"));
            System.out.println("channels ready on 127.0.0.1:" + channels.port());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
