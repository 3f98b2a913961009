package org.watchword.desk;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.watchword.desk.access.SecurityHeaders;

/** Answers what Jetty refuses before it reaches a route, such as a malformed address: one line, nothing about the server. */
final class PlainErrors extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        SecurityHeaders.all().forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        String body = "{\"error\":\"the request cannot be read (status " + response.getStatus() + ")\"}";
        Content.Sink.write(response, true, body, callback);
        return true;
    }
}
