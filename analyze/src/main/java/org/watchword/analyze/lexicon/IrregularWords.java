package org.watchword.analyze.lexicon;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** English words whose forms follow no rule of spelling, with all of their forms. <i>Lie</i> is the one that means to deceive. */
final class IrregularWords {

    private static final String VERBS = """
            be am is are was were been being 're 'm
            have has had having 've
            do does did done doing
            go goes went gone going
            will 'll wo
            beat beats beat beaten beating
            become becomes became becoming
            begin begins began begun beginning
            bind binds bound binding
            bite bites bit bitten biting
            bleed bleeds bled bleeding
            blow blows blew blown blowing
            break breaks broke broken breaking
            breed breeds bred breeding
            bring brings brought bringing
            broadcast broadcasts broadcasting
            build builds built building
            burn burns burned burnt burning
            burst bursts bursting
            buy buys bought buying
            cast casts casting
            catch catches caught catching
            choose chooses chose chosen choosing
            come comes came coming
            cost costs costing
            creep creeps crept creeping
            cut cuts cutting
            deal deals dealt dealing
            die dies died dying
            dig digs dug digging
            draw draws drew drawn drawing
            dream dreams dreamed dreamt dreaming
            drink drinks drank drunk drinking
            drive drives drove driven driving
            drown drowns drowned drowning
            eat eats ate eaten eating
            fall falls fell fallen falling
            feed feeds fed feeding
            feel feels felt feeling
            fight fights fought fighting
            find finds found finding
            flee flees fled fleeing
            fly flies flew flown flying
            forbid forbids forbade forbidden forbidding
            foresee foresees foresaw foreseen foreseeing
            foretell foretells foretold foretelling
            forget forgets forgot forgotten forgetting
            forgive forgives forgave forgiven forgiving
            freeze freezes froze frozen freezing
            get gets got gotten getting
            give gives gave given giving
            grind grinds ground grinding
            grow grows grew grown growing
            hang hangs hanged hung hanging
            hear hears heard hearing
            hide hides hid hidden hiding
            hit hits hitting
            hold holds held holding
            hurt hurts hurting
            keep keeps kept keeping
            kneel kneels knelt kneeling
            know knows knew known knowing
            lay lays laid laying
            lead leads led leading
            learn learns learned learnt learning
            leave leaves left leaving
            lend lends lent lending
            let lets letting
            lie lies lied lying
            lose loses lost losing
            make makes made making
            mean means meant meaning
            meet meets met meeting
            mislead misleads misled misleading
            mow mows mowed mown mowing
            overcome overcomes overcame overcoming
            overrun overruns overran overrunning
            overthrow overthrows overthrew overthrown overthrowing
            pay pays paid paying
            prove proves proved proven proving
            put puts putting
            read reads reading
            rend rends rent rending
            rid rids ridding
            ride rides rode ridden riding
            rise rises rose risen rising
            run runs ran running
            say says said saying
            see sees saw seen seeing
            seek seeks sought seeking
            sell sells sold selling
            send sends sent sending
            set sets setting
            shake shakes shook shaken shaking
            shed sheds shedding
            shine shines shone shining
            shoot shoots shot shooting
            show shows showed shown showing
            shut shuts shutting
            sing sings sang sung singing
            sink sinks sank sunk sinking
            sit sits sat sitting
            slay slays slew slain slaying
            sleep sleeps slept sleeping
            slit slits slitting
            sow sows sowed sown sowing
            speak speaks spoke spoken speaking
            spell spells spelled spelt spelling
            spend spends spent spending
            spit spits spat spitting
            split splits splitting
            spoil spoils spoiled spoilt spoiling
            spread spreads spreading
            stand stands stood standing
            steal steals stole stolen stealing
            sting stings stung stinging
            stink stinks stank stunk stinking
            strike strikes struck stricken striking
            strive strives strove striven striving
            swear swears swore sworn swearing
            sweep sweeps swept sweeping
            swim swims swam swum swimming
            take takes took taken taking
            teach teaches taught teaching
            tear tears tore torn tearing
            tell tells told telling
            think thinks thought thinking
            throw throws threw thrown throwing
            tie ties tied tying
            tread treads trod trodden treading
            undergo undergoes underwent undergone undergoing
            understand understands understood understanding
            undertake undertakes undertook undertaken undertaking
            undo undoes undid undone undoing
            uphold upholds upheld upholding
            wear wears wore worn wearing
            weep weeps wept weeping
            win wins won winning
            withdraw withdraws withdrew withdrawn withdrawing
            withhold withholds withheld withholding
            withstand withstands withstood withstanding
            wring wrings wrung wringing
            write writes wrote written writing
            """;

    private static final String NOUNS = """
            bacterium bacteria
            calf calves
            child children
            fungus fungi
            goose geese
            hero heroes
            knife knives
            larva larvae
            louse lice
            man men
            mouse mice
            ox oxen
            thief thieves
            virus viruses
            wife wives
            wolf wolves
            woman women
            """;

    private static final Map<String, List<String>> VERB_FORMS = table(VERBS);
    private static final Map<String, List<String>> NOUN_FORMS = table(NOUNS);

    private IrregularWords() {}

    /** All forms of a verb but the one it is listed by; none when it is regular. */
    static List<String> ofVerb(String word) {
        return VERB_FORMS.getOrDefault(word, List.of());
    }

    /** The plural of a noun; none when it is regular. */
    static List<String> ofNoun(String word) {
        return NOUN_FORMS.getOrDefault(word, List.of());
    }

    private static Map<String, List<String>> table(String lines) {
        return lines.lines()
                .map(line -> List.of(line.split(" ")))
                .collect(Collectors.toUnmodifiableMap(words -> words.get(0), words -> words.subList(1, words.size())));
    }
}
