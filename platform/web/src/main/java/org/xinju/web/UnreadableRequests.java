package org.xinju.web;

import java.io.IOException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.MediaType;

/** What Tomcat cannot read as a request reaches nothing of ours; it is answered by a problem detail all the same, not by a page. */
final class UnreadableRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> ((StandardHost) context.getParent()).setErrorReportValveClass(Answer.class.getName()));
    }

    /** Made by Tomcat, by its name. */
    public static final class Answer extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.setCharacterEncoding("UTF-8");
                response.getReporter().write("{\"type\":\"https://xinju.org/problems/http-%1$d\",\"title\":\"请求有误\",\"status\":%1$d,\"detail\":\"%2$s\",\"code\":\"http-%1$d\"}"
                        .formatted(response.getStatus(), "请求写得不对，服务器读不懂。The request cannot be read."));
                response.finishResponse();
            } catch (IOException _) {
                // nobody is there any more
            }
        }
    }
}
