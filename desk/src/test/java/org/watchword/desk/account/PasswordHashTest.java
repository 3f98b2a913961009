package org.watchword.desk.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    @Test
    void aHashOfTheReferenceImplementationIsUnderstood() {
        // Both by the reference implementation in C (argon2-cffi 25.1).
        PasswordHash reference = PasswordHash.parse(
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

        assertThat(reference.matches("password".toCharArray())).isTrue();
        assertThat(reference.matches("passwore".toCharArray())).isFalse();
        assertThat(PasswordHash.parse("$argon2id$v=19$m=4096,t=3,p=4$c2FsdHNhbHRzYWx0c2FsdA"
                                + "$DJ/VchgnTzQcDGtP4tFcsQsb5gHuegIwYWdnRseHp7I")
                        .matches("four quiet otters".toCharArray()))
                .as("with lanes")
                .isTrue();
    }

    @Test
    void whatIsWrittenIsReadAndNeverTheSameTwice() {
        PasswordHash hash = PasswordHash.of("four quiet otters dive".toCharArray());

        assertThat(hash.toString()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(PasswordHash.parse(hash.toString())).isEqualTo(hash);
        assertThat(PasswordHash.parse(hash.toString()).matches("four quiet otters dive".toCharArray()))
                .isTrue();
        assertThat(PasswordHash.of("four quiet otters dive".toCharArray())).isNotEqualTo(hash);
    }

    @Test
    void everyWayOfWritingALetterIsTheSamePassword() {
        assertThat(PasswordHash.of("caf\u00e9 ասեղ игла".toCharArray()).matches("cafe\u0301 ասեղ игла".toCharArray()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret",
                "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=1,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$2y$10$abcdefghijklmnopqrstuv"
            })
    void whatIsNoHashOrWouldTakeAllMemoryIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PasswordHash.parse(text));
    }
}
