package org.watchword.desk.account;

/** The file of accounts cannot be used, or does not hold what was asked for; the message names the file, and the line where there is one. */
public final class AccountFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AccountFileException(String message) {
        super(message);
    }
}
