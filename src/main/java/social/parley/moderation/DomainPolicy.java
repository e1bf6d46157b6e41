package social.parley.moderation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.config.Settings;
import social.parley.fetch.HostRule;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Snapshot;
import social.parley.storage.Tx;

/**
 * How this community deals with each server: the one place that every way in or out asks. The rules
 * are kept in memory; what another process changes is heeded within seconds.
 */
public final class DomainPolicy implements HostRule {
  private static final Duration KEPT = Duration.ofSeconds(10);

  private final Settings settings;
  private final DomainStore store = new DomainStore();
  private final Snapshot<Rules> rules;

  private record Rules(Map<String, DomainBlock> blocks, Set<String> allows) {}

  public DomainPolicy(Settings settings, Database database, InstantSource clock) {
    this.settings = settings;
    this.rules = new Snapshot<>(database, clock, KEPT, this::load);
  }

  /** How a host is dealt with; its name may have a port. Not to be asked inside a read or write. */
  public Treatment of(String host) {
    return judge(rules.get(), host);
  }

  /** The same inside a read or a write. */
  public Treatment of(Reading db, String host) {
    return judge(rules.get(db), host);
  }

  /** How an actor's server is dealt with: by its address and by the domain of its handle. */
  public Treatment of(Actor actor) {
    if (actor.local()) return Treatment.USUAL;
    return of(actor.iri().authority()).and(of(actor.domain()));
  }

  /** The same inside a read or a write. */
  public Treatment of(Reading db, Actor actor) {
    if (actor.local()) return Treatment.USUAL;
    return of(db, actor.iri().authority()).and(of(db, actor.domain()));
  }

  @Override
  public boolean mayAsk(String host) {
    return !of(host).isSuspended();
  }

  /** In a closed federation files may still come from wherever its members keep them. */
  @Override
  public boolean mayDownload(String host) {
    DomainBlock block = block(rules.get(), host);
    return block == null || !(block.rejectMedia() || block.treatment().isSuspended());
  }

  /** In a closed federation too, apps are woken through whichever service their makers run. */
  @Override
  public boolean mayPush(String host) {
    DomainBlock block = block(rules.get(), host);
    return block == null || !block.treatment().isSuspended();
  }

  private Treatment judge(Rules rules, String host) {
    if (isOwn(host)) return Treatment.USUAL;
    if (settings.federation().onlyAllowed() && !isAllowed(rules, host)) return Treatment.STRANGER;
    DomainBlock block = block(rules, host);
    return block == null ? Treatment.USUAL : block.treatment();
  }

  private boolean isOwn(String host) {
    return host.equals(settings.authority())
        || host.equals(settings.handleDomain())
        || host.equals(settings.url().host());
  }

  private static boolean isAllowed(Rules rules, String host) {
    return DomainName.withParents(host).stream().anyMatch(rules.allows()::contains);
  }

  /** The most particular one counts, so that a subdomain can be excepted. */
  private static @Nullable DomainBlock block(Rules rules, String host) {
    if (rules.blocks().isEmpty()) return null;
    for (String name : DomainName.withParents(host)) {
      DomainBlock block = rules.blocks().get(name);
      if (block != null) return block;
    }
    return null;
  }

  private Rules load(Reading db) {
    Map<String, DomainBlock> blocks = new HashMap<>();
    for (DomainBlock block : store.blocks(db)) blocks.put(block.domain(), block);
    Set<String> allows = new HashSet<>(store.allows(db).stream().map(DomainAllow::domain).toList());
    return new Rules(blocks, allows);
  }

  /** The rules are read afresh: by this transaction at once, by all others after it. */
  void changed(Tx tx) {
    rules.drop(tx);
  }
}
