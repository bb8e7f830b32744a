package org.momo4j.nn.djl;

import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/** Loads PyTorch in a fresh virtual machine that reports, and refuses, every look at the network. */
final class Loading {
    private Loading() {}

    public static void main(String[] arguments) {
        URL.setURLStreamHandlerFactory(protocol -> protocol.startsWith("http") ? new Refusal() : null);
        try {
            PyTorch.load();
            System.out.println("loaded with " + PyTorch.threads() + " threads");
        } catch (IllegalStateException e) {
            System.out.println("refused: " + e.getMessage());
        }
        System.exit(0);
    }

    private static final class Refusal extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            System.out.println("asked for " + url.getHost());
            throw new IOException("no network here");
        }

        @Override
        protected URLConnection openConnection(URL url, java.net.Proxy proxy) throws IOException {
            return openConnection(url);
        }
    }
}
