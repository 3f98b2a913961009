package org.watchword.app.line;

import java.util.List;

/** Notes what is done to it. */
record TestingRole(List<String> events, boolean failing) implements Role {

    @Override
    public String name() {
        return "role";
    }

    @Override
    public void start() {
        events.add("role started");
        if (failing) {
            throw new IllegalStateException("no");
        }
    }

    @Override
    public void close() {
        events.add("role closed");
    }
}
