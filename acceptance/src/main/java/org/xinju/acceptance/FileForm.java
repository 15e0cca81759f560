package org.xinju.acceptance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A form with one file, as browsers send it (HTML, multipart form data): the name of the file in UTF-8 as it is, what would end it escaped.
 *
 * @param type for {@code Content-Type}
 */
public record FileForm(String type, byte[] body) {

    public static FileForm of(String fileName, byte[] content) {
        var boundary = UUID.randomUUID().toString();
        var escaped = fileName.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
        var form = new ByteArrayOutputStream();
        form.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + escaped
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return new FileForm("multipart/form-data; boundary=" + boundary, form.toByteArray());
    }
}
