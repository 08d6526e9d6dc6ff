package io.rollbook.link.client;

import io.rollbook.link.LinkPaths;

import org.jspecify.annotations.Nullable;

import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;

/**
 * What a service answered.
 *
 * @param bytes all of it, unless it is streamed
 * @param stream what is still to come, when it is streamed; whoever takes it must close it
 */
record Received(byte[] bytes, @Nullable InputStream stream) {

    /** Takes an answer as it says that it is sent. */
    static BodyHandler<Received> handler() {
        return info ->
                info.headers().firstValue(LinkPaths.STREAMED).isPresent()
                        ? BodySubscribers.mapping(
                                BodySubscribers.ofInputStream(),
                                stream -> new Received(new byte[0], stream))
                        : BodySubscribers.mapping(
                                BodySubscribers.ofByteArray(), bytes -> new Received(bytes, null));
    }
}
