package org.summertrip.stores.wire;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests with signature version 2: ten lines instead of the eighty of version 4, and as good on the loopback. */
public record S3Requests(int port, String accessKey, String secretKey) {

    private static final String HMAC = "HmacSHA1";
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

    /** Body of the answer; 403 and other errors as exceptions. */
    public String send(String method, String path, String body) throws IOException {
        var http = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
        http.setConnectTimeout(2_000);
        http.setReadTimeout(10_000);
        http.setRequestMethod(method);
        String date = HTTP_DATE.format(ZonedDateTime.now(ZoneOffset.UTC));
        String type = body == null ? "" : "text/plain";
        http.setRequestProperty("Date", date);
        http.setRequestProperty(
                "Authorization", "AWS " + accessKey + ":" + sign(method + "\n\n" + type + "\n" + date + "\n" + path));
        if (body != null) {
            http.setRequestProperty("Content-Type", type);
            http.setDoOutput(true);
            http.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
        int status = http.getResponseCode();
        if (status == HttpURLConnection.HTTP_FORBIDDEN) {
            throw new RefusedException("HTTP 403");
        }
        if (status >= HttpURLConnection.HTTP_MULT_CHOICE) {
            throw new IOException("HTTP " + status);
        }
        return new String(http.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private String sign(String text) throws IOException {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
