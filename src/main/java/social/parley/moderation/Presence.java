package social.parley.moderation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import social.parley.accounts.Account;
import social.parley.accounts.AccountCreated;
import social.parley.core.AccountId;
import social.parley.storage.Database;
import social.parley.storage.Tx;

/** When and from where people use their accounts; addresses are forgotten after a year. */
public final class Presence {
  private static final Duration STEP = Duration.ofHours(12);
  private static final Duration KEPT = Duration.ofDays(365);

  private record Noted(AccountId account, String address, long day) {}

  private final Database database;
  private final Clock clock;
  private final Cache<Noted, Instant> noted =
      Caffeine.newBuilder().maximumSize(50_000).executor(Runnable::run).build();

  public Presence(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Notes that somebody is here; what is known already costs nothing. */
  public void note(Account account, InetAddress from) {
    Instant now = clock.instant();
    Noted one = new Noted(account.id(), from.getHostAddress(), day(now));
    Instant last = noted.getIfPresent(one);
    if (last != null && last.plus(STEP).isAfter(now)) return;
    noted.put(one, now);
    database.run(tx -> note(tx, one, now));
  }

  /** Notes from where somebody has signed up; it is to be subscribed. */
  public void signedUp(Tx tx, AccountCreated created) {
    InetAddress address = created.address();
    if (address == null) return;
    Instant now = clock.instant();
    note(tx, new Noted(created.account().id(), address.getHostAddress(), day(now)), now);
  }

  private static void note(Tx tx, Noted one, Instant now) {
    tx.update(
            """
            INSERT INTO account_addresses (account, address, used_at)
            VALUES (:account, :address, :now)
            ON CONFLICT (account, address) DO UPDATE SET used_at = excluded.used_at\
            """)
        .bind("account", one.account())
        .bind("address", one.address())
        .bind("now", now)
        .execute();
    tx.update(
            "INSERT INTO account_days (day, account) VALUES (:day, :account) ON CONFLICT DO"
                + " NOTHING")
        .bind("day", one.day())
        .bind("account", one.account())
        .execute();
  }

  static long day(Instant time) {
    return Math.floorDiv(time.toEpochMilli(), Duration.ofDays(1).toMillis());
  }

  /** Forgets old addresses; to be called daily. */
  public void tidy() {
    Instant before = clock.instant().minus(KEPT);
    database.run(tx ->
        tx.update("DELETE FROM account_addresses WHERE used_at < :before")
            .bind("before", before)
            .execute());
  }
}
