package org.xinju.channels;

import java.io.IOException;

/**
 * Runs the simulator until SIGTERM: {@code --address A --port N --smtp-port N --data DIR --receipts URL --secret FILE}. Prints
 * {@code channels ready on ADDRESS:N} once both servers take messages.
 */
public final class ChannelsMain {

    private ChannelsMain() {}

    /** Ends with status 2 on wrong options. */
    public static void main(String[] arguments) throws IOException {
        try {
            var settings = ChannelsSettings.of(arguments);
            var channels = Channels.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(channels::close, "stop"));
            System.out.println("channels ready on " + settings.address().getHostAddress() + ":" + channels.port());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
