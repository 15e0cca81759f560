package org.xinju.gateway;

import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.web.util.HtmlUtils;

/** A problem for somebody who looks at it in a browser. */
final class ProblemPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="%1$s">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>%2$s · 新居 Xinju</title>
              <link rel="stylesheet" href="/start.css">
              <link rel="icon" href="data:,">
            </head>
            <body>
              <main>
                <h1>%2$s</h1>
                <p>%3$s</p>
                <p>%4$s</p>
                <p><a href="/">%5$s</a></p>
                <p class="small">%6$s<code>%7$s</code></p>
              </main>
            </body>
            </html>
            """;

    private ProblemPage() {}

    /** @param problem as it is written in JSON */
    static String of(Map<String, Object> problem, MessageSource words, Locale language) {
        return PAGE.formatted(language.toLanguageTag(), text(problem, "title"), text(problem, "detail"), text(problem, "nextStep"),
                words.getMessage("page.home", null, language), words.getMessage("page.request", null, language), text(problem, "requestId"));
    }

    private static String text(Map<String, Object> problem, String name) {
        return HtmlUtils.htmlEscape(String.valueOf(problem.get(name)));
    }
}
