package social.parley.mastodon.admin;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Account;
import social.parley.accounts.Accounts;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.actors.Standing;
import social.parley.core.ActorId;
import social.parley.core.Refused;
import social.parley.mastodon.AccountJson;
import social.parley.mastodon.AccountView;
import social.parley.mastodon.ApiDates;
import social.parley.moderation.Judgement;
import social.parley.moderation.PeopleList;
import social.parley.storage.Database;
import social.parley.storage.Reading;

/** Fills Admin::Account entities: a fixed number of statements for a page. */
public final class AdminAccountView {
  private final Database database;
  private final Actors actors;
  private final Accounts accounts;
  private final PeopleList list;
  private final AccountView view;

  public AdminAccountView(
      Database database, Actors actors, Accounts accounts, PeopleList list, AccountView view) {
    this.database = database;
    this.actors = actors;
    this.accounts = accounts;
    this.list = list;
    this.view = view;
  }

  private record Facts(Map<ActorId, Account> accounts, Map<ActorId, PeopleList.Known> known) {}

  AdminAccountJson of(ActorId id) {
    AdminAccountJson found = of(List.of(id)).get(id);
    if (found == null) throw new Refused.NotFound();
    return found;
  }

  /** Those that exist, in the order given. */
  Map<ActorId, AdminAccountJson> of(Collection<ActorId> ids) {
    Map<ActorId, Actor> known = actors.byIds(ids);
    Facts facts = database.read(db -> facts(db, known.keySet()));
    List<Actor> there = ids.stream().map(known::get).filter(Objects::nonNull).toList();
    List<AccountJson> shown = view.all(there);
    Map<ActorId, AdminAccountJson> found = new LinkedHashMap<>();
    for (int i = 0; i < there.size(); i++)
      found.put(there.get(i).id(), json(there.get(i), shown.get(i), facts));
    return found;
  }

  private Facts facts(Reading db, Collection<ActorId> ids) {
    Map<ActorId, Account> local = new HashMap<>();
    for (Account account : accounts.byActors(db, ids)) local.put(account.actor(), account);
    return new Facts(local, list.known(db, ids));
  }

  private AdminAccountJson json(Actor actor, AccountJson shown, Facts facts) {
    Account account = facts.accounts().get(actor.id());
    PeopleList.Known known = facts.known().getOrDefault(actor.id(), PeopleList.Known.NOTHING);
    Judgement judgement = known.judgement();
    ActorId inviter = known.inviter();
    List<AdminAccountJson.Ip> ips =
        account == null
            ? List.of()
            : known.addresses().stream()
                .map(one -> new AdminAccountJson.Ip(one.address(), ApiDates.of(one.usedAt())))
                .toList();
    return new AdminAccountJson(
        actor.id().toString(),
        actor.username(),
        actor.local() ? null : actor.domain(),
        ApiDates.of(account == null ? actor.createdAt() : account.createdAt()),
        account == null ? null : account.email(),
        ips.isEmpty() ? null : ips.getFirst().ip(),
        ips,
        account == null ? null : account.locale(),
        account == null ? null : account.signUpReason(),
        account == null ? null : AccountJson.Role.of(account.role()),
        account != null && account.confirmed(),
        account != null && account.approved(),
        account != null && account.disabled(),
        judgement != null && judgement.sensitizedAt() != null,
        actor.standing() == Standing.LIMITED
            || (judgement != null && judgement.silencedAt() != null),
        actor.standing() == Standing.SUSPENDED,
        shown,
        application(account),
        inviter == null ? null : inviter.toString());
  }

  private static @Nullable String application(@Nullable Account account) {
    Long application = account == null ? null : account.signUpApplication();
    return application == null ? null : application.toString();
  }
}
