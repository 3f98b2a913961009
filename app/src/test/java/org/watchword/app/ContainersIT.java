package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@code deploy/prove}: the containers of docker-compose.yml, brought up, crawling, searched, robbed of two nodes and searched again. */
class ContainersIT {

    @Test
    void theStackCrawlsIsSearchedAndSurvivesTheLossOfTwoNodes() throws Exception {
        assumeTrue(
                Boolean.getBoolean("watchword.prove"),
                "takes some minutes and is done when asked for: ./mvnw verify -Dwatchword.prove=true, or deploy/prove");
        assumeTrue(engineAnswers(), "no Docker engine answers here; start one, or set DOCKER_HOST");
        Process prove = new ProcessBuilder(Path.of("..", "deploy", "prove").toString(), "--built")
                .redirectErrorStream(true)
                .start();
        String said = new String(prove.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(prove.waitFor()).as(said).isZero();
        assertThat(said).contains("prove: proved");
    }

    private static boolean engineAnswers() throws InterruptedException {
        try {
            Process info = new ProcessBuilder("docker", "info")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return info.waitFor(20, TimeUnit.SECONDS) && info.exitValue() == 0;
        } catch (IOException e) {
            // There is no such command.
            return false;
        }
    }
}
