package org.watchword.desk.access;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.watchword.desk.account.Account;
import org.watchword.desk.account.Accounts;
import org.watchword.desk.account.Sessions;
import org.watchword.desk.account.Throttle;

/**
 * Signs people in and out.
 *
 * <p>A wrong name and a wrong password are told alike and take as long. Who guesses waits: by address a quarter of an hour at most, by
 * account a minute, and there not who comes from an address at which that account has signed in before, so that nobody can lock an
 * analyst out.
 */
public final class SignIn {

    /** An address of this desk: no host, no scheme, nothing a browser would read as one. */
    private static final Pattern HERE = Pattern.compile("/(?:[!-\\[\\]-~&&[^/]][!-\\[\\]-~]{0,4000})?");

    private static final int MOST_KNOWN = 20_000;

    private final AccessSettings settings;
    private final Optional<Sessions> sessions;
    private final Throttle byAccount;
    private final Throttle byAddress;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Semaphore atATime = new Semaphore(8);

    SignIn(AccessSettings settings, Optional<Sessions> sessions) {
        this.settings = settings;
        this.sessions = sessions;
        this.byAccount = new Throttle(5, Duration.ofMinutes(1), settings.clock());
        this.byAddress = new Throttle(20, Duration.ofMinutes(15), settings.clock());
    }

    /** Whether one signs in here at all. */
    public boolean isOffered() {
        return sessions.isPresent();
    }

    /** The address to go on to, if it is one of this desk; else its first page. */
    public static String onward(String wanted) {
        return HERE.matcher(wanted).matches() ? wanted : "/";
    }

    /**
     * Signs in whoever knows the password: the answer carries a new session.
     *
     * @return whether they did
     * @throws RefusedException when there were too many failures, saying how long to wait, or too many try at the same time
     */
    public boolean enter(Context ctx, String name, char[] password) {
        Accounts accounts = settings.accounts().orElseThrow();
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        String account = Accounts.isName(wanted) ? wanted : "-";
        String from = Visitor.of(ctx).identity().from();
        String address = ClientAddress.counted(from);
        Optional<Duration> pause = known.contains(account + ' ' + address) ? Optional.empty() : byAccount.wait(account);
        pause.or(() -> byAddress.wait(address)).ifPresent(wait -> {
            throw RefusedException.later(
                    wait, "There were too many failures. Wait " + Math.max(1, wait.toSeconds()) + " s and try again.");
        });
        if (!atATime.tryAcquire()) {
            throw RefusedException.later(Duration.ofSeconds(5), "Too many people sign in at this moment. Try again.");
        }
        Optional<Account> found;
        try {
            found = accounts.byPassword(account, password);
        } finally {
            atATime.release();
        }
        if (found.isEmpty()) {
            byAccount.failed(account);
            byAddress.failed(address);
            // What was typed is not taken down unless there is such an account: it may be a password.
            String on = accounts.named(account).map(Account::name).orElse("unknown account");
            Gate.takeDown(settings, Identity.nobody(from), "sign-in refused", on);
            return false;
        }
        byAccount.succeeded(account);
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        known.add(account + ' ' + address);
        begin(ctx, found.get(), from);
        return true;
    }

    private void begin(Context ctx, Account account, String from) {
        Visitor visitor = Visitor.of(ctx);
        Sessions all = sessions.orElseThrow();
        all.end(visitor.identity().session());
        String session = all.begin(account);
        Gate.takeDown(
                settings,
                new Identity(Optional.of(account), Identity.Via.SESSION, session, from),
                "sign in",
                account.name());
        VisitCookies.set(ctx, VisitCookies.session(settings.https()), session, settings.https());
        visitor.renew();
    }

    /** Ends the session, and has the browser forget what it has seen. */
    public void leave(Context ctx) {
        Visitor visitor = Visitor.of(ctx);
        sessions.ifPresent(all -> all.end(visitor.identity().session()));
        VisitCookies.remove(ctx, VisitCookies.session(settings.https()), settings.https());
        VisitCookies.remove(ctx, VisitCookies.visit(settings.https()), settings.https());
        ctx.header("Clear-Site-Data", "\"cache\"");
    }
}
