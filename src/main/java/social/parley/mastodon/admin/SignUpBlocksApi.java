package social.parley.mastodon.admin;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Permission;
import social.parley.core.ActorId;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.ApiDates;
import social.parley.mastodon.Views;
import social.parley.moderation.CanonicalEmails;
import social.parley.moderation.EmailDomains;
import social.parley.moderation.IpBlock;
import social.parley.moderation.IpBlocks;
import social.parley.moderation.IpSeverity;

/** Who may not sign up: by IP address, by the domain of the e-mail address, by that address. */
public final class SignUpBlocksApi implements Endpoints {
  private static final String IPS = "/api/v1/admin/ip_blocks";
  private static final String DOMAINS = "/api/v1/admin/email_domain_blocks";
  private static final String EMAILS = "/api/v1/admin/canonical_email_blocks";

  private final Views views;
  private final Staff staff;
  private final IpBlocks addresses;
  private final EmailDomains domains;
  private final CanonicalEmails emails;

  public SignUpBlocksApi(
      Views views, IpBlocks addresses, EmailDomains domains, CanonicalEmails emails) {
    this.views = views;
    this.staff = new Staff(views.authorization());
    this.addresses = addresses;
    this.domains = domains;
    this.emails = emails;
  }

  /** The Admin::IpBlock entity. */
  record IpJson(
      String id,
      String ip,
      String severity,
      String comment,
      String createdAt,
      @Nullable String expiresAt) {
    static IpJson of(IpBlock block) {
      Instant end = block.expiresAt();
      return new IpJson(
          Long.toString(block.id()),
          block.range(),
          Words.name(block.severity()),
          block.comment(),
          ApiDates.of(block.createdAt()),
          end == null ? null : ApiDates.of(end));
    }
  }

  /** The Admin::EmailDomainBlock entity. */
  record DomainJson(
      String id,
      String domain,
      String createdAt,
      List<DayJson> history,
      boolean allowWithApproval) {}

  /** How often a domain was tried on one day. */
  record DayJson(String day, String accounts, String uses) {}

  /** The Admin::CanonicalEmailBlock entity. */
  record EmailJson(String id, String canonicalEmailHash) {
    static EmailJson of(CanonicalEmails.Blocked blocked) {
      return new EmailJson(Long.toString(blocked.id()), blocked.hash());
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(IPS, this::ips);
    routes.post(IPS, this::blockIp);
    routes.get(IPS + "/{id}", this::ip);
    routes.put(IPS + "/{id}", this::changeIp);
    routes.patch(IPS + "/{id}", this::changeIp);
    routes.delete(IPS + "/{id}", this::unblockIp);
    routes.get(DOMAINS, this::domains);
    routes.post(DOMAINS, this::blockDomain);
    routes.get(DOMAINS + "/{id}", this::domain);
    routes.delete(DOMAINS + "/{id}", this::unblockDomain);
    routes.get(EMAILS, this::emails);
    routes.post(EMAILS, this::blockEmail);
    routes.post(EMAILS + "/test", this::test);
    routes.get(EMAILS + "/{id}", this::email);
    routes.delete(EMAILS + "/{id}", this::unblockEmail);
  }

  private ActorId may(Context ctx, String verb, String what) {
    return staff.may(ctx, "admin:" + verb + ":" + what, Permission.MANAGE_BLOCKS).actor();
  }

  private void ips(Context ctx) {
    may(ctx, "read", "ip_blocks");
    Page<IpBlock> page = addresses.page(views.paging().ids(ctx, 100, 200));
    views.paging().link(ctx, page);
    ctx.json(page.items().stream().map(IpJson::of).toList());
  }

  private void ip(Context ctx) {
    may(ctx, "read", "ip_blocks");
    ctx.json(IpJson.of(addresses.byId(id(ctx))));
  }

  private void blockIp(Context ctx) {
    ActorId me = may(ctx, "write", "ip_blocks");
    Parameters given = Parameters.of(ctx);
    String range = given.text("ip", "");
    IpSeverity severity = severity(given);
    if (range.isBlank()) throw new Refused.Invalid("ip", "ERR_BLANK", "can't be blank");
    if (severity == null) throw new Refused.Invalid("severity", "ERR_BLANK", "can't be blank");
    ctx.json(
        IpJson.of(addresses.block(me, range, severity, given.text("comment", ""), lasting(given))));
  }

  private void changeIp(Context ctx) {
    ActorId me = may(ctx, "write", "ip_blocks");
    Parameters given = Parameters.of(ctx);
    ctx.json(
        IpJson.of(
            addresses.change(
                me,
                id(ctx),
                given.text("ip"),
                severity(given),
                given.text("comment"),
                lasting(given))));
  }

  private static @Nullable IpSeverity severity(Parameters given) {
    return Words.of(IpSeverity.class, "severity", given.text("severity"));
  }

  private static @Nullable Duration lasting(Parameters given) {
    Long seconds = given.number("expires_in");
    return seconds == null || seconds <= 0 ? null : Duration.ofSeconds(seconds);
  }

  private void unblockIp(Context ctx) {
    addresses.unblock(may(ctx, "write", "ip_blocks"), id(ctx));
    ctx.json(Map.of());
  }

  private void domains(Context ctx) {
    may(ctx, "read", "email_domain_blocks");
    Page<EmailDomains.Blocked> page = domains.page(views.paging().ids(ctx, 100, 200));
    views.paging().link(ctx, page);
    ctx.json(json(page.items()));
  }

  private void domain(Context ctx) {
    may(ctx, "read", "email_domain_blocks");
    ctx.json(json(List.of(domains.byId(id(ctx)))).getFirst());
  }

  private void blockDomain(Context ctx) {
    ActorId me = may(ctx, "write", "email_domain_blocks");
    Parameters given = Parameters.of(ctx);
    String domain = given.text("domain", "");
    if (domain.isBlank()) throw new Refused.Invalid("domain", "ERR_BLANK", "can't be blank");
    boolean soft = given.flag("allow_with_approval", false);
    ctx.json(json(List.of(domains.block(me, domain, soft))).getFirst());
  }

  private void unblockDomain(Context ctx) {
    domains.unblock(may(ctx, "write", "email_domain_blocks"), id(ctx));
    ctx.json(Map.of());
  }

  private List<DomainJson> json(List<EmailDomains.Blocked> some) {
    Map<Long, List<EmailDomains.Tries>> history = domains.history(some);
    return some.stream()
        .map(blocked ->
            new DomainJson(
                Long.toString(blocked.id()),
                blocked.domain(),
                ApiDates.of(blocked.createdAt()),
                history.getOrDefault(blocked.id(), List.of()).stream()
                    .map(SignUpBlocksApi::day)
                    .toList(),
                blocked.allowWithApproval()))
        .toList();
  }

  private static DayJson day(EmailDomains.Tries tries) {
    return new DayJson(
        Long.toString(tries.begin().getEpochSecond()),
        Long.toString(tries.accounts()),
        Long.toString(tries.uses()));
  }

  private void emails(Context ctx) {
    may(ctx, "read", "canonical_email_blocks");
    Page<CanonicalEmails.Blocked> page = emails.page(views.paging().ids(ctx, 100, 200));
    views.paging().link(ctx, page);
    ctx.json(page.items().stream().map(EmailJson::of).toList());
  }

  private void email(Context ctx) {
    may(ctx, "read", "canonical_email_blocks");
    ctx.json(EmailJson.of(emails.byId(id(ctx))));
  }

  private void blockEmail(Context ctx) {
    ActorId me = may(ctx, "write", "canonical_email_blocks");
    Parameters given = Parameters.of(ctx);
    ctx.json(
        EmailJson.of(emails.block(me, given.text("email"), given.text("canonical_email_hash"))));
  }

  private void test(Context ctx) {
    may(ctx, "read", "canonical_email_blocks");
    String email = Parameters.of(ctx).text("email", "");
    if (email.isBlank()) throw new Refused.Invalid("email", "ERR_BLANK", "can't be blank");
    ctx.json(emails.matching(email).stream().map(EmailJson::of).toList());
  }

  private void unblockEmail(Context ctx) {
    emails.unblock(may(ctx, "write", "canonical_email_blocks"), id(ctx));
    ctx.json(Map.of());
  }

  private static long id(Context ctx) {
    return ActorId.parse(ctx.pathParam("id")).value();
  }
}
