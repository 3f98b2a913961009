package org.watchword.desk.dispatch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.watchword.desk.digest.Digest;

/** Writes digests into a folder, one folder each: {@code 2031-05-17-12.html} is issue 12, which ends on that day. A file is there whole or not at all. */
public final class DigestFiles {

    private final Path folder;

    public DigestFiles(Path folder) {
        this.folder = folder;
    }

    public Path html(Digest digest) throws DispatchException {
        return write(digest, name(digest) + ".html", HtmlDigest.of(digest));
    }

    public Path markdown(Digest digest) throws DispatchException {
        return write(digest, name(digest) + ".md", MarkdownDigest.of(digest));
    }

    public Path text(Digest digest) throws DispatchException {
        return write(digest, name(digest) + ".txt", TextDigest.of(digest));
    }

    /**
     * Writes the feed anew.
     *
     * @param issues newest first, at least one
     */
    public Path atom(List<Digest> issues) throws DispatchException {
        Digest newest = issues.get(0);
        return write(newest, "feed.atom", AtomDigest.of(newest.id(), newest.title(), issues));
    }

    private static String name(Digest digest) {
        return new DigestWords(digest).day() + (digest.number() == 0 ? "" : "-" + digest.number());
    }

    private Path write(Digest digest, String name, String text) throws DispatchException {
        Path file = folder.resolve(digest.id()).resolve(name);
        Path begun = file.resolveSibling(name + ".new");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(begun, text);
            return Files.move(begun, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new DispatchException("the file " + file + " cannot be written: " + e.getMessage(), false, e);
        }
    }
}
