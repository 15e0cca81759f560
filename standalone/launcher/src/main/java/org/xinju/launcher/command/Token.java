package org.xinju.launcher.command;

import java.net.URI;

import org.xinju.launcher.component.Components;
import org.xinju.launcher.component.Settings;
import org.xinju.launcher.demo.Tokens;
import org.xinju.launcher.process.RunFolder;
import org.xinju.launcher.words.Console;
import org.xinju.launcher.words.Refusal;

/** Prints a bearer token, and nothing else, for use in scripts. */
record Token(Settings settings, Console console) {

    int run(Options options) {
        if (options.rest().size() != 1) {
            throw new Refusal("token-for-whom");
        }
        var issuer = new RunFolder(settings.run()).find(Components.ISSUER).orElseThrow(() -> new Refusal("not-running", settings.data()));
        var tokens = new Tokens(URI.create("http://127.0.0.1:" + issuer.port()), settings.issuerData());
        console.print(tokens.of(options.rest().getFirst()));
        return 0;
    }
}
