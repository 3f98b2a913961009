package org.watchword.desk.access;

import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.access.Identity.Via;
import org.watchword.desk.account.Account;
import org.watchword.desk.account.Accounts;
import org.watchword.desk.account.Sessions;

/** Finds out who sends a request: by token, by the word of a proxy, or by session. */
final class Identification {

    private static final String BEARER = "Bearer";

    private final AccessSettings settings;
    private final Optional<Sessions> sessions;
    private final ClientAddress addresses;

    Identification(AccessSettings settings, Optional<Sessions> sessions) {
        this.settings = settings;
        this.sessions = sessions;
        this.addresses = new ClientAddress(settings.proxies());
    }

    Identity of(Context ctx) {
        String from = addresses.of(ctx);
        if (!settings.asks()) {
            return new Identity(Optional.of(Account.LOCAL), Via.LOCAL, "", from);
        }
        String authorization = ctx.header("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            Optional<Account> account = settings.accounts()
                    .flatMap(accounts -> accounts.byToken(
                            authorization.substring(BEARER.length()).strip()));
            return new Identity(account, account.isPresent() ? Via.TOKEN : Via.BAD_TOKEN, "", from);
        }
        Optional<Account> proxied = byProxy(ctx);
        if (proxied.isPresent()) {
            return new Identity(proxied, Via.PROXY, "", from);
        }
        @Nullable String session = ctx.cookie(VisitCookies.session(settings.https()));
        Optional<Account> signedIn = session == null ? Optional.empty() : sessions.flatMap(all -> all.account(session));
        return signedIn.isPresent()
                ? new Identity(signedIn, Via.SESSION, String.valueOf(session), from)
                : Identity.nobody(from);
    }

    private Optional<Account> byProxy(Context ctx) {
        if (settings.proxyHeader().isEmpty() || !addresses.isProxy(ctx)) {
            return Optional.empty();
        }
        ProxyHeader header = settings.proxyHeader().get();
        @Nullable String name = ctx.header(header.name());
        if (name == null || !Accounts.isName(name)) {
            return Optional.empty();
        }
        return settings.accounts().flatMap(accounts -> accounts.named(name)).or(() -> header.role()
                .map(role -> new Account(name, role)));
    }
}
