package org.watchword.app.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.watchword.app.line.LineException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the outlet remembers between starts: its pages must keep their addresses, or each start would collect them as new ones.
 *
 * @param port it listens on; 0 before the first start
 * @param starts how often it has started
 */
record OutletMemory(int port, int starts) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FILE = "outlet.json";

    static OutletMemory load(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return JSON.readValue(Files.readAllBytes(file), OutletMemory.class);
        } catch (NoSuchFileException e) {
            return new OutletMemory(0, 0);
        } catch (IOException | JacksonException e) {
            throw new LineException("The file " + file + " cannot be read; remove the data folder to begin again.", e);
        }
    }

    void save(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(FILE), JSON.writeValueAsBytes(this));
        } catch (IOException e) {
            throw new LineException("The folder " + folder + " cannot be written: " + e.getMessage(), e);
        }
    }
}
