package org.summertrip.gateway;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.net.URISyntaxException;

/** Where a service listens. Paths are passed on unchanged, hence an origin and nothing more. */
@RegisterForReflection
public record Upstream(String host, int port, boolean tls) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Reads {@code http[s]://host[:port]}; the configuration calls it. */
    public static Upstream of(String url) {
        URI uri = parse(url);
        boolean tls = "https".equals(uri.getScheme());
        boolean origin = (tls || "http".equals(uri.getScheme()))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && (uri.getRawPath().isEmpty() || "/".equals(uri.getRawPath()));
        if (!origin) {
            throw new IllegalArgumentException(url + " is not http[s]://host[:port]");
        }
        int port = uri.getPort();
        return new Upstream(uri.getHost(), port == -1 ? (tls ? HTTPS : HTTP) : port, tls);
    }

    private static URI parse(String url) {
        try {
            return new URI(url.strip());
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException(url + " is not a URL", malformed);
        }
    }

    /** The start of a request to this service. */
    public RequestOptions request() {
        return new RequestOptions().setHost(bareHost()).setPort(port).setSsl(tls);
    }

    /** The path of a URL that lies at this service, or the URL as it is. */
    public String relative(String url) {
        String scheme = tls ? "https://" : "http://";
        boolean defaultPort = port == (tls ? HTTPS : HTTP);
        for (String origin : new String[] {scheme + host + ':' + port, defaultPort ? scheme + host : null}) {
            if (origin != null && url.startsWith(origin + '/')) {
                return url.substring(origin.length());
            }
        }
        return url;
    }

    private String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
