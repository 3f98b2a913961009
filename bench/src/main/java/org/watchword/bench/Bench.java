package org.watchword.bench;

import org.watchword.bench.corpus.CorpusCommand;
import org.watchword.bench.crawl.CrawlThroughputCommand;
import org.watchword.bench.crawl.FetcherCommand;
import org.watchword.bench.crawl.KillsCommand;
import org.watchword.bench.crawl.PolitenessCommand;
import org.watchword.bench.crawl.SiteCommand;
import org.watchword.bench.day.SimulatedDayCommand;
import org.watchword.bench.desk.DeskLatencyCommand;
import org.watchword.bench.discovery.FeedsCommand;
import org.watchword.bench.discovery.SitemapsCommand;
import org.watchword.bench.discovery.UrlsCommand;
import org.watchword.bench.evenhanded.EvenHandedCommand;
import org.watchword.bench.extraction.ArticlesCommand;
import org.watchword.bench.extraction.EncodingsCommand;
import org.watchword.bench.extraction.MetadataCommand;
import org.watchword.bench.extraction.TranscriptsCommand;
import org.watchword.bench.faults.FaultsCommand;
import org.watchword.bench.faults.PressureCommand;
import org.watchword.bench.faults.RebalanceCommand;
import org.watchword.bench.faults.RestartsCommand;
import org.watchword.bench.flags.FlagsCommand;
import org.watchword.bench.fleet.FleetCommand;
import org.watchword.bench.frontier.FrontierCommand;
import org.watchword.bench.language.LanguagesCommand;
import org.watchword.bench.line.DelayCommand;
import org.watchword.bench.line.EndToEndCommand;
import org.watchword.bench.names.NameSpeedCommand;
import org.watchword.bench.names.PeerNamesCommand;
import org.watchword.bench.names.TrainNamesCommand;
import org.watchword.bench.opinion.CandidatesCommand;
import org.watchword.bench.opinion.TrainOpinionCommand;
import org.watchword.bench.process.BrokerCommand;
import org.watchword.bench.quotes.QuotesCommand;
import org.watchword.bench.robots.RobotsCommand;
import org.watchword.bench.rules.RuleSpeedCommand;
import org.watchword.bench.speed.AnalysisCommand;
import org.watchword.bench.story.DuplicatesCommand;
import org.watchword.bench.timeline.DefinitionsCommand;
import org.watchword.bench.timeline.TimelineExportCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The measurements, by name. */
@Command(
        name = "bench/run",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Measures, trains and evaluates.")
public final class Bench {

    private Bench() {}

    /** Exit codes: 0 measured, 1 failed, 2 usage. */
    public static void main(String[] args) {
        // JMH reads its own options, in their order.
        CommandLine jmh = new CommandLine(new JmhCommand()).setUnmatchedOptionsArePositionalParams(true);
        CommandLine line = new CommandLine(new Bench())
                .addSubcommand(jmh)
                .addSubcommand(new ArticlesCommand())
                .addSubcommand(new MetadataCommand())
                .addSubcommand(new TranscriptsCommand())
                .addSubcommand(new QuotesCommand())
                .addSubcommand(new EncodingsCommand())
                .addSubcommand(new RobotsCommand())
                .addSubcommand(new AnalysisCommand())
                .addSubcommand(new RuleSpeedCommand())
                .addSubcommand(new EvenHandedCommand())
                .addSubcommand(new LanguagesCommand())
                .addSubcommand(new TimelineExportCommand())
                .addSubcommand(new DefinitionsCommand())
                .addSubcommand(new CorpusCommand())
                .addSubcommand(new DeskLatencyCommand())
                .addSubcommand(new FeedsCommand())
                .addSubcommand(new SitemapsCommand())
                .addSubcommand(new UrlsCommand())
                .addSubcommand(new FrontierCommand())
                .addSubcommand(new FleetCommand())
                .addSubcommand(new CrawlThroughputCommand())
                .addSubcommand(new PolitenessCommand())
                .addSubcommand(new SimulatedDayCommand())
                .addSubcommand(new KillsCommand())
                .addSubcommand(new FaultsCommand())
                .addSubcommand(new RebalanceCommand())
                .addSubcommand(new PressureCommand())
                .addSubcommand(new RestartsCommand())
                .addSubcommand(new FetcherCommand())
                .addSubcommand(new SiteCommand())
                .addSubcommand(new BrokerCommand())
                .addSubcommand(new DuplicatesCommand())
                .addSubcommand(new TrainNamesCommand())
                .addSubcommand(new PeerNamesCommand())
                .addSubcommand(new NameSpeedCommand())
                .addSubcommand(new TrainOpinionCommand())
                .addSubcommand(new CandidatesCommand())
                .addSubcommand(new FlagsCommand())
                .addSubcommand(new DelayCommand())
                .addSubcommand(new EndToEndCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(line.execute(args));
    }
}
