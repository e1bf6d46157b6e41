package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Account;
import social.parley.accounts.Accounts;
import social.parley.accounts.Invite;
import social.parley.accounts.Invites;
import social.parley.accounts.Role;
import social.parley.actors.Actors;
import social.parley.core.AccountId;
import social.parley.core.Cursor;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;

/** Letting people in: those who have asked, and those who are invited. */
public final class AdminPage implements Endpoints {
  private static final int MOST = 100;

  private final Routing routing;
  private final Pages pages;
  private final Accounts accounts;
  private final Invites invites;
  private final Actors actors;
  private final People people;
  private final Clock clock;

  AdminPage(
      Routing routing,
      Pages pages,
      Accounts accounts,
      Invites invites,
      Actors actors,
      People people,
      Clock clock) {
    this.routing = routing;
    this.pages = pages;
    this.accounts = accounts;
    this.invites = invites;
    this.actors = actors;
    this.people = people;
    this.clock = clock;
  }

  /** Those who wait. */
  public record SignUps(List<Waiting> waiting) {}

  /** Somebody who has asked for an account. */
  public record Waiting(
      AccountId account,
      PersonView person,
      String email,
      boolean confirmed,
      String reason,
      Moment since) {}

  /** The invitations of the one who looks. */
  public record InvitesView(List<Row> invites) {}

  /** One invitation; {@code most} is 0 where there is no limit. */
  public record Row(
      long id, String address, int uses, int most, @Nullable Moment ends, boolean usable) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routing.staffPage(routes, Role.MODERATOR, "/admin/sign-ups", (ctx, _) -> signUps(ctx));
    routing.staffForm(
        routes, Role.MODERATOR, "/admin/sign-ups/{id}/approve", (ctx, _) -> decide(ctx, true));
    routing.staffForm(
        routes, Role.MODERATOR, "/admin/sign-ups/{id}/reject", (ctx, _) -> decide(ctx, false));
    routing.staffPage(routes, Role.MODERATOR, "/admin/invites", this::invites);
    routing.staffForm(routes, Role.MODERATOR, "/admin/invites", this::invite);
    routing.staffForm(routes, Role.MODERATOR, "/admin/invites/{id}/revoke", this::revoke);
  }

  private void signUps(Context ctx) {
    Instant now = clock.instant();
    List<Waiting> waiting = new ArrayList<>();
    for (Account account : accounts.pending(Cursor.first(MOST)).items())
      actors
          .byId(account.actor())
          .ifPresent(actor ->
              waiting.add(
                  new Waiting(
                      account.id(),
                      people.of(actor),
                      account.email(),
                      account.confirmed(),
                      account.signUpReason() == null ? "" : account.signUpReason(),
                      Moment.of(account.createdAt(), now))));
    pages.show(
        ctx, Head.of(say("signups.title")).at(Nav.ADMIN), "admin-sign-ups", new SignUps(waiting));
  }

  private void decide(Context ctx, boolean yes) {
    AccountId id = new AccountId(Routing.id(ctx));
    if (yes) accounts.approve(id);
    else accounts.reject(id);
    pages.notice(ctx, yes ? Notice.APPROVED : Notice.REJECTED);
    LocalPath.go(ctx, "/admin/sign-ups");
  }

  private void invites(Context ctx, Visitor visitor) {
    Instant now = clock.instant();
    List<Row> rows = new ArrayList<>();
    for (Invite invite : invites.by(visitor.account().id())) {
      Integer most = invite.maxUses();
      Instant ends = invite.expiresAt();
      rows.add(
          new Row(
              invite.id(),
              pages.site().base() + "/invite/" + invite.code(),
              invite.uses(),
              most == null ? 0 : most,
              ends == null ? null : Moment.of(ends, now),
              invite.isUsable(now)));
    }
    pages.show(
        ctx, Head.of(say("admin.invites")).at(Nav.ADMIN), "admin-invites", new InvitesView(rows));
  }

  private void invite(Context ctx, Visitor visitor) {
    Parameters given = Parameters.of(ctx);
    Long uses = given.number("max_uses");
    Long days = given.number("days");
    invites.create(
        visitor.account().id(),
        uses == null || uses <= 0 ? null : (int) Math.min(uses, 10_000),
        days == null || days <= 0 ? null : Duration.ofDays(Math.min(days, 3650)));
    pages.notice(ctx, Notice.INVITED);
    LocalPath.go(ctx, "/admin/invites");
  }

  private void revoke(Context ctx, Visitor visitor) {
    invites.revoke(visitor.account().id(), Routing.id(ctx));
    pages.notice(ctx, Notice.REVOKED);
    LocalPath.go(ctx, "/admin/invites");
  }
}
