package org.watchword.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.watchword.ingest.address.Territory;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.collect.BackfillRequests;
import org.watchword.ingest.fleet.Fleet;
import org.watchword.ingest.fleet.FleetSettings;
import org.watchword.ingest.fleet.Part;
import org.watchword.ingest.frontier.FetchState;
import org.watchword.ingest.robots.Lease;
import org.watchword.ingest.source.Source;
import org.watchword.model.ConfigException;

/**
 * The work of a process among other fetchers: a share for each part that the group assigns to it, and one that stays on this machine, for
 * what lies on its disk.
 */
final class Teamwork implements AutoCloseable {

    private final Equipment equipment;
    private final List<Share> shares;
    private final Fleet fleet;
    private final FetchState home;

    /**
     * Joins nobody yet.
     *
     * @param shares where shares that come are added
     */
    Teamwork(Equipment equipment, Sharing.Among among, List<Share> shares) throws IOException {
        this.equipment = equipment;
        this.shares = shares;
        FleetSettings settings = among.settings();
        equipment.catalog().enabled().forEach(Teamwork::requireInstance);
        Path folder = equipment.settings().dataFolder().resolve("fleet");
        this.fleet = new Fleet(settings, folder, equipment.clock(), this::take, among.onFailure());
        try {
            this.home = FetchState.open(folder.resolve("home"), fleet.sender(), settings.instance());
        } catch (IOException | RuntimeException e) {
            fleet.close();
            throw e;
        }
        Predicate<Source> mine = source ->
                isOnDisk(source) && settings.instance().equals(source.profile().instance());
        BackfillRequests backfills = BackfillRequests.none();
        shares.add(new Share(
                equipment,
                new Share.Holding(
                        '@' + settings.instance(),
                        home,
                        Territory.NOWHERE,
                        Lease.ALWAYS,
                        mine,
                        backfills,
                        Instant.EPOCH)));
    }

    private static boolean isOnDisk(Source source) {
        return !(source instanceof Source.Web) || source instanceof Source.Urls;
    }

    private static void requireInstance(Source source) {
        if (isOnDisk(source) && source.profile().instance() == null) {
            throw new ConfigException(
                    "source " + source.id() + " lies on the disk of one machine: say which fetcher has"
                            + " it, with 'instance' and that one's ingest.instance");
        }
    }

    private Part take(Part.Opening opening) {
        Predicate<Source> mine = source -> !isOnDisk(source)
                && source instanceof Source.Web web
                && WebAddress.of(web.urls().get(0))
                        .map(home -> opening.territory().holds(home.host()))
                        .orElse(opening.number() == 0);
        Share share = new Share(
                equipment,
                new Share.Holding(
                        "@part-" + opening.number(),
                        opening.state(),
                        opening.territory(),
                        opening.lease(),
                        mine,
                        BackfillRequests.none(),
                        opening.openAt()));
        share.open();
        shares.add(share);
        return share;
    }

    /** Joins the others. */
    void start() {
        fleet.start();
    }

    /** Lays down every part, and leaves the others. */
    @Override
    public void close() {
        fleet.close();
    }

    /** After {@link #close}. */
    void closeHome() throws IOException {
        home.close();
    }
}
