package org.watchword.analyze.topology;

/** A record that cannot be analysed, with the code its dead letter bears. */
final class RefusedRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    RefusedRecord(String code, String reason) {
        super(reason);
        this.code = code;
    }

    String code() {
        return code;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
