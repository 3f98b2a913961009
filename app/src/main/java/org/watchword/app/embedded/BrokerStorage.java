package org.watchword.app.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** The broker's log folder, formatted before its first start as {@code kafka-storage.sh format} would. */
final class BrokerStorage {

    private BrokerStorage() {}

    /**
     * Formats the folder, unless it is.
     *
     * @return whether messages of an earlier run are there
     * @throws ServerException when the folder cannot be written
     */
    static boolean prepare(Path folder, int nodeId, String controllerListener) {
        try {
            Files.createDirectories(folder);
            if (Files.exists(folder.resolve("meta.properties"))) {
                return true;
            }
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(nodeId)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(folder.toString()))
                    .setMetadataLogDirectory(folder.toString())
                    .setControllerListenerName(controllerListener)
                    .setIgnoreFormatted(true)
                    .run();
            return false;
        } catch (IOException e) {
            throw new ServerException("The folder " + folder + " cannot be written: " + e.getMessage(), e);
        } catch (Exception e) {
            throw new ServerException(
                    "The folder " + folder + " could not be prepared for Kafka: " + e.getMessage(), e);
        }
    }
}
