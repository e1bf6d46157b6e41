package social.parley.moderation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Addresses;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.storage.Database;
import social.parley.storage.Tx;

/** The domains that are blocked, and those that are allowed where only some are. */
public final class DomainBlocks {
  private static final String BLOCK = "domain_block";
  private static final String ALLOW = "domain_allow";

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Addresses addresses;
  private final DomainPolicy policy;
  private final Enforcement enforcement;
  private final AuditLog log;
  private final DomainStore store = new DomainStore();

  public DomainBlocks(
      Database database,
      Ids ids,
      Clock clock,
      Addresses addresses,
      DomainPolicy policy,
      Enforcement enforcement,
      AuditLog log) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.addresses = addresses;
    this.policy = policy;
    this.enforcement = enforcement;
    this.log = log;
  }

  /**
   * Blocks a domain with everything under it. What follows for the people there is done bit by bit
   * afterwards.
   *
   * @param staff who decides; null on the command line
   */
  public DomainBlock block(@Nullable ActorId staff, String typed, BlockDraft draft) {
    String domain = DomainName.read(typed);
    if (DomainName.withParents(addresses.domain()).contains(domain)
        || DomainName.withParents(addresses.authority()).contains(domain))
      throw new Refused.Invalid("domain", "ERR_INVALID", "is this server's own");
    DomainBlock block = filled(ids.next(), domain, draft);
    changing(tx -> {
      if (!store.insert(tx, block))
        throw new Refused.Invalid("domain", "ERR_TAKEN", "has already been taken");
      log.note(tx, staff, "create", BLOCK, block.id(), domain);
      enforcement.changed(tx, domain);
    });
    return block;
  }

  /** Changes what a block says. */
  public DomainBlock change(@Nullable ActorId staff, long id, BlockDraft draft) {
    DomainBlock before = block(id);
    DomainBlock after = filled(before, draft);
    changing(tx -> {
      store.update(tx, after);
      log.note(tx, staff, "update", BLOCK, id, after.domain());
      if (!after.treatment().equals(before.treatment())) enforcement.changed(tx, after.domain());
    });
    return after;
  }

  /** Lifts a block; what it has severed is mended as far as possible. */
  public DomainBlock unblock(@Nullable ActorId staff, long id) {
    DomainBlock block = block(id);
    changing(tx -> {
      if (!store.deleteBlock(tx, id)) throw new Refused.NotFound();
      log.note(tx, staff, "destroy", BLOCK, id, block.domain());
      enforcement.changed(tx, block.domain());
    });
    return block;
  }

  private DomainBlock filled(long id, String domain, BlockDraft draft) {
    return new DomainBlock(
        id,
        domain,
        draft.severity(),
        draft.rejectMedia(),
        draft.rejectReports(),
        draft.privateComment(),
        draft.publicComment(),
        draft.obfuscate(),
        clock.instant());
  }

  private static DomainBlock filled(DomainBlock before, BlockDraft draft) {
    return new DomainBlock(
        before.id(),
        before.domain(),
        draft.severity(),
        draft.rejectMedia(),
        draft.rejectReports(),
        draft.privateComment(),
        draft.publicComment(),
        draft.obfuscate(),
        before.createdAt());
  }

  /** Adds a domain to those that are dealt with; the same one when it is there already. */
  public DomainAllow allow(@Nullable ActorId staff, String typed) {
    String domain = DomainName.read(typed);
    DomainAllow allow = new DomainAllow(ids.next(), domain, clock.instant());
    changing(tx -> {
      if (!store.insert(tx, allow)) return;
      log.note(tx, staff, "create", ALLOW, allow.id(), domain);
      enforcement.changed(tx, domain);
    });
    return database.read(db -> store.allow(db, domain)).orElseThrow(Refused.NotFound::new);
  }

  /** Takes a domain from the list of those that are dealt with. */
  public DomainAllow disallow(@Nullable ActorId staff, long id) {
    DomainAllow allow = allowed(id);
    changing(tx -> {
      if (!store.deleteAllow(tx, id)) throw new Refused.NotFound();
      log.note(tx, staff, "destroy", ALLOW, id, allow.domain());
      enforcement.changed(tx, allow.domain());
    });
    return allow;
  }

  private void changing(Consumer<Tx> work) {
    database.run(tx -> {
      policy.changed(tx);
      work.accept(tx);
    });
  }

  public DomainBlock block(long id) {
    return database.read(db -> store.block(db, id)).orElseThrow(Refused.NotFound::new);
  }

  /** The block of exactly this domain. */
  public Optional<DomainBlock> find(String typed) {
    String domain = DomainName.read(typed);
    return database.read(db -> store.block(db, domain));
  }

  public Page<DomainBlock> blocks(Cursor cursor) {
    return database.read(db -> store.blocks(db, cursor));
  }

  /** All of them, by name. */
  public List<DomainBlock> all() {
    return database.read(store::blocks);
  }

  public DomainAllow allowed(long id) {
    return database.read(db -> store.allow(db, id)).orElseThrow(Refused.NotFound::new);
  }

  public Page<DomainAllow> allows(Cursor cursor) {
    return database.read(db -> store.allows(db, cursor));
  }

  /** All of them, by name. */
  public List<DomainAllow> allAllowed() {
    return database.read(store::allows);
  }
}
