package social.parley.mastodon.admin;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.actors.Standing;
import social.parley.core.ActorId;
import social.parley.core.Refused;
import social.parley.mastodon.AccountJson;
import social.parley.mastodon.AccountView;
import social.parley.mastodon.ApiDates;
import social.parley.moderation.Judgement;
import social.parley.moderation.KnownPerson;
import social.parley.moderation.PeopleList;
import social.parley.storage.Database;

/** Fills Admin::Account entities: one statement for all that is known of those on a page. */
public final class AdminAccountView {
  private final Database database;
  private final Actors actors;
  private final PeopleList list;
  private final AccountView view;

  public AdminAccountView(Database database, Actors actors, PeopleList list, AccountView view) {
    this.database = database;
    this.actors = actors;
    this.list = list;
    this.view = view;
  }

  AdminAccountJson of(ActorId id) {
    AdminAccountJson found = of(List.of(id)).get(id);
    if (found == null) throw new Refused.NotFound();
    return found;
  }

  /** Those that exist, in the order given. */
  Map<ActorId, AdminAccountJson> of(Collection<ActorId> ids) {
    Map<ActorId, Actor> people = actors.byIds(ids);
    Map<ActorId, KnownPerson> known = database.read(db -> list.known(db, people.keySet()));
    List<Actor> there = ids.stream().map(people::get).filter(Objects::nonNull).toList();
    List<AccountJson> shown = view.all(there);
    Map<ActorId, AdminAccountJson> found = new LinkedHashMap<>();
    for (int i = 0; i < there.size(); i++) {
      Actor actor = there.get(i);
      KnownPerson person = Objects.requireNonNull(known.get(actor.id()));
      found.put(actor.id(), json(actor, shown.get(i), person));
    }
    return found;
  }

  private static AdminAccountJson json(Actor actor, AccountJson shown, KnownPerson known) {
    KnownPerson.Login login = known.login();
    Judgement judgement = known.judgement();
    ActorId inviter = known.inviter();
    List<AdminAccountJson.Ip> ips =
        known.addresses().stream()
            .map(one -> new AdminAccountJson.Ip(one.address(), ApiDates.of(one.usedAt())))
            .toList();
    return new AdminAccountJson(
        actor.id().toString(),
        actor.username(),
        actor.local() ? null : actor.domain(),
        ApiDates.of(login == null ? actor.createdAt() : login.createdAt()),
        login == null ? null : login.email(),
        ips.isEmpty() ? null : ips.getFirst().ip(),
        ips,
        login == null ? null : login.locale(),
        login == null ? null : login.signUpReason(),
        login == null ? null : AccountJson.Role.of(login.role()),
        login != null && login.confirmed(),
        login != null && login.approved(),
        login != null && login.disabled(),
        judgement != null && judgement.sensitizedAt() != null,
        actor.standing() == Standing.LIMITED
            || (judgement != null && judgement.silencedAt() != null),
        actor.standing() == Standing.SUSPENDED,
        shown,
        application(login),
        inviter == null ? null : inviter.toString());
  }

  private static @Nullable String application(KnownPerson.@Nullable Login login) {
    Long application = login == null ? null : login.signUpApplication();
    return application == null ? null : application.toString();
  }
}
