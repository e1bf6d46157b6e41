package social.parley.mastodon.admin;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Account;
import social.parley.accounts.Permission;
import social.parley.core.ActorId;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.Views;
import social.parley.moderation.BlockDraft;
import social.parley.moderation.DomainAllow;
import social.parley.moderation.DomainBlock;
import social.parley.moderation.DomainBlocks;
import social.parley.moderation.Severity;

/** Which servers this one deals with: {@code /api/v1/admin/domain_blocks} and the allowed ones. */
public final class DomainsApi implements Endpoints {
  private static final String BLOCKS = "/api/v1/admin/domain_blocks";
  private static final String ALLOWS = "/api/v1/admin/domain_allows";
  private static final int USUAL = 100;
  private static final int MOST = 500;

  private final Views views;
  private final Staff staff;
  private final DomainBlocks domains;

  public DomainsApi(Views views, DomainBlocks domains) {
    this.views = views;
    this.staff = new Staff(views.authorization());
    this.domains = domains;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(BLOCKS, this::blocks);
    routes.post(BLOCKS, this::block);
    routes.get(BLOCKS + "/{id}", this::one);
    routes.put(BLOCKS + "/{id}", this::change);
    routes.patch(BLOCKS + "/{id}", this::change);
    routes.delete(BLOCKS + "/{id}", this::unblock);
    routes.get(ALLOWS, this::allows);
    routes.post(ALLOWS, this::allow);
    routes.get(ALLOWS + "/{id}", this::oneAllowed);
    routes.delete(ALLOWS + "/{id}", this::disallow);
  }

  private Account may(Context ctx, String verb, String what) {
    return staff.may(ctx, "admin:" + verb + ":" + what, Permission.MANAGE_FEDERATION);
  }

  private void blocks(Context ctx) {
    may(ctx, "read", "domain_blocks");
    Page<DomainBlock> page = domains.blocks(views.paging().ids(ctx, USUAL, MOST));
    views.paging().link(ctx, page);
    ctx.json(page.items().stream().map(DomainBlockJson::of).toList());
  }

  private void one(Context ctx) {
    may(ctx, "read", "domain_blocks");
    ctx.json(DomainBlockJson.of(domains.block(id(ctx))));
  }

  private void block(Context ctx) {
    ActorId me = may(ctx, "write", "domain_blocks").actor();
    Parameters given = Parameters.of(ctx);
    String domain = given.text("domain", "");
    if (domain.isBlank()) throw new Refused.Invalid("domain", "ERR_BLANK", "can't be blank");
    BlockDraft draft = draft(given, BlockDraft.USUAL);
    Optional<DomainBlock> there = domains.find(domain);
    if (there.isPresent()) taken(ctx, there.get());
    else ctx.json(DomainBlockJson.of(domains.block(me, domain, draft)));
  }

  /** Says which one it is, so that a program can change that instead. */
  private static void taken(Context ctx, DomainBlock block) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("error", "Validation failed: Domain has already been taken");
    answer.put("existing_domain_block", DomainBlockJson.of(block));
    ctx.status(422).json(answer);
  }

  private void change(Context ctx) {
    ActorId me = may(ctx, "write", "domain_blocks").actor();
    DomainBlock before = domains.block(id(ctx));
    BlockDraft draft = draft(Parameters.of(ctx), BlockDraft.of(before));
    ctx.json(DomainBlockJson.of(domains.change(me, before.id(), draft)));
  }

  private void unblock(Context ctx) {
    ActorId me = may(ctx, "write", "domain_blocks").actor();
    ctx.json(DomainBlockJson.of(domains.unblock(me, id(ctx))));
  }

  private static BlockDraft draft(Parameters given, BlockDraft before) {
    Severity severity = Words.of(Severity.class, "severity", given.text("severity"));
    return new BlockDraft(
        severity == null ? before.severity() : severity,
        given.flag("reject_media", before.rejectMedia()),
        given.flag("reject_reports", before.rejectReports()),
        comment(given, "private_comment", before.privateComment()),
        comment(given, "public_comment", before.publicComment()),
        given.flag("obfuscate", before.obfuscate()));
  }

  private static @Nullable String comment(Parameters given, String key, @Nullable String before) {
    String text = given.text(key);
    return text == null ? before : text;
  }

  private void allows(Context ctx) {
    may(ctx, "read", "domain_allows");
    Page<DomainAllow> page = domains.allows(views.paging().ids(ctx, USUAL, MOST));
    views.paging().link(ctx, page);
    ctx.json(page.items().stream().map(DomainBlockJson.Allow::of).toList());
  }

  private void oneAllowed(Context ctx) {
    may(ctx, "read", "domain_allows");
    ctx.json(DomainBlockJson.Allow.of(domains.allowed(id(ctx))));
  }

  private void allow(Context ctx) {
    ActorId me = may(ctx, "write", "domain_allows").actor();
    String domain = Parameters.of(ctx).text("domain", "");
    if (domain.isBlank()) throw new Refused.Invalid("domain", "ERR_BLANK", "can't be blank");
    ctx.json(DomainBlockJson.Allow.of(domains.allow(me, domain)));
  }

  private void disallow(Context ctx) {
    ActorId me = may(ctx, "write", "domain_allows").actor();
    ctx.json(DomainBlockJson.Allow.of(domains.disallow(me, id(ctx))));
  }

  private static long id(Context ctx) {
    return ActorId.parse(ctx.pathParam("id")).value();
  }
}
