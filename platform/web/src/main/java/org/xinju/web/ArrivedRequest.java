package org.xinju.web;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request whose body is there: whoever works on it does not wait for a client that sends slowly. Of a large body only the beginning is; when the client
 * has gone in the middle, the first who reads is told.
 */
final class ArrivedRequest extends HttpServletRequestWrapper {

    private static final int KEPT = 64 * 1024; // bytes; of an ordinary call all

    private final ServletInputStream body;

    /** Waits for the body. */
    ArrivedRequest(HttpServletRequest request) throws IOException {
        super(request);
        this.body = new Body(arrived(request.getInputStream()));
    }

    private static InputStream arrived(InputStream body) {
        try {
            return new SequenceInputStream(new ByteArrayInputStream(body.readNBytes(KEPT)), body);
        } catch (IOException e) {
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    throw e;
                }
            };
        }
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    @Override
    public BufferedReader getReader() {
        var encoding = getCharacterEncoding();
        return new BufferedReader(new InputStreamReader(body, encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding)));
    }

    /** Read by whoever waits for it. */
    private static final class Body extends ServletInputStream {

        private final InputStream bytes;
        private boolean ended;

        Body(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            var read = bytes.read();
            ended = read < 0;
            return read;
        }

        @Override
        public int read(byte[] to, int from, int most) throws IOException {
            var read = bytes.read(to, from, most);
            ended = read < 0;
            return read;
        }

        @Override
        public boolean isFinished() {
            return ended;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("nobody here reads without waiting");
        }
    }
}
