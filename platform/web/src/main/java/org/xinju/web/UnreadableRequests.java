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
                response.getReporter().write(problem(response.getStatus()));
                response.finishResponse();
            } catch (IOException _) {
                // nobody is there any more
            }
        }

        /** In both languages: which one is asked for cannot be read. What is not the client's fault does not become it. */
        static String problem(int status) {
            return status < 500 ? problem(status, "http-" + status, "请求有误", "请求写得不对，服务器读不懂。The request cannot be read.")
                    : problem(status, "unexpected", "系统出错", "系统出现意外错误，请稍后再试。Something unexpected went wrong; try again later.");
        }

        private static String problem(int status, String code, String title, String detail) {
            return "{\"type\":\"https://xinju.org/problems/%2$s\",\"title\":\"%3$s\",\"status\":%1$d,\"detail\":\"%4$s\",\"code\":\"%2$s\"}"
                    .formatted(status, code, title, detail);
        }
    }
}
