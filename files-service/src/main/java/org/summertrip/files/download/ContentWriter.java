package org.summertrip.files.download;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.summertrip.files.objects.ByteSource;

/** Lets Quarkus REST answer with a stream from the store. */
@Provider
public class ContentWriter implements ServerMessageBodyWriter<ByteSource> {
    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return ByteSource.class.isAssignableFrom(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return ByteSource.class.isAssignableFrom(type);
    }

    @Override
    public void writeResponse(ByteSource stream, Type genericType, ServerRequestContext context) {
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
        RoutingContext routing = request.unwrap(RoutingContext.class);
        HttpServerResponse response = routing.response();
        // The other headers follow by themselves with the first byte; Vert.x wants this one before.
        if (stream.length() >= 0) {
            context.serverResponse().setResponseHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(stream.length()));
        } else {
            response.setChunked(true);
        }
        request.suspend();
        Transfer transfer = new Transfer(stream, response, request::resume);
        routing.addEndHandler(ended -> transfer.finish());
        transfer.start();
    }

    @Override
    public void writeTo(
            ByteSource stream,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        throw new UnsupportedOperationException("content is never written to a blocking stream");
    }
}
