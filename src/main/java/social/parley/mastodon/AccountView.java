package social.parley.mastodon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Accounts;
import social.parley.accounts.Role;
import social.parley.actors.Actor;
import social.parley.actors.ActorKind;
import social.parley.actors.Actors;
import social.parley.actors.Standing;
import social.parley.collections.FeaturePolicy;
import social.parley.core.ActorId;
import social.parley.http.Rendered;

/** Fills Account entities. */
public final class AccountView {
  private static final long MOST_BYTES = 8 << 20;

  private final Actors actors;
  private final Pictures pictures;
  private final Cache<ActorId, Kept> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .executor(Runnable::run)
          .weigher((ActorId _, Kept one) -> 100 + one.rendered().size())
          .build();

  /** All that decides what is said of somebody: them, and whom they have moved to. */
  private record Basis(
      Actor actor, @Nullable Role role, @Nullable Actor moved, @Nullable Role movedRole) {
    boolean isSame(Basis now) {
      return actor == now.actor
          && role == now.role
          && moved == now.moved
          && movedRole == now.movedRole;
    }
  }

  private record Kept(Basis basis, Rendered rendered) {}

  private final Accounts accounts;
  private final EmojiView emoji;

  AccountView(Actors actors, Accounts accounts, Pictures pictures, EmojiView emoji) {
    this.actors = actors;
    this.accounts = accounts;
    this.pictures = pictures;
    this.emoji = emoji;
  }

  /** In the order given; unknown ones are left out. */
  public List<AccountJson> of(Collection<ActorId> ids) {
    Map<ActorId, Actor> loaded = actors.byIds(ids);
    return all(ids.stream().map(loaded::get).filter(Objects::nonNull).toList());
  }

  /** In the order given. */
  public List<AccountJson> all(List<Actor> some) {
    Map<ActorId, Actor> others = destinations(some);
    return some.stream().map(actor -> of(actor, others)).toList();
  }

  public AccountJson of(Actor actor) {
    return all(List.of(actor)).getFirst();
  }

  /** Where those of them have moved to that have. */
  private Map<ActorId, Actor> destinations(Collection<Actor> some) {
    List<ActorId> wanted =
        some.stream().map(Actor::movedTo).filter(Objects::nonNull).distinct().toList();
    return wanted.isEmpty() ? Map.of() : actors.byIds(wanted);
  }

  private AccountJson of(Actor actor, Map<ActorId, Actor> others) {
    Actor moved = actor.movedTo() == null ? null : others.get(actor.movedTo());
    return of(actor, moved == null ? null : of(moved, (AccountJson) null));
  }

  /** Rendered, by id; the same rendering is given as long as nothing about the actor changes. */
  public Map<ActorId, Rendered> rendered(Collection<ActorId> ids) {
    Collection<Actor> found = actors.byIds(ids).values();
    Map<ActorId, Actor> others = destinations(found);
    Map<ActorId, Rendered> all = HashMap.newHashMap(ids.size());
    for (Actor actor : found) all.put(actor.id(), rendered(actor, others));
    return all;
  }

  private Rendered rendered(Actor actor, Map<ActorId, Actor> others) {
    Actor moved = actor.movedTo() == null ? null : others.get(actor.movedTo());
    Basis basis = new Basis(actor, role(actor), moved, moved == null ? null : role(moved));
    Kept known = kept.getIfPresent(actor.id());
    if (known != null && known.basis().isSame(basis)) return known.rendered();
    Rendered fresh = Rendered.of(of(actor, others));
    kept.put(actor.id(), new Kept(basis, fresh));
    return fresh;
  }

  private AccountJson of(Actor actor, @Nullable AccountJson moved) {
    boolean hidden = actor.standing() == Standing.SUSPENDED || actor.isDeleted();
    String avatar = hidden ? pictures.noAvatar() : pictures.avatar(actor);
    String header = hidden ? pictures.noHeader() : pictures.header(actor);
    Instant last = actor.lastPostAt();
    return new AccountJson(
        actor.id().toString(),
        actor.username(),
        actor.acct(),
        hidden ? "" : actor.displayName(),
        actor.locked(),
        actor.bot(),
        actor.discoverable(),
        actor.indexable(),
        actor.kind() == ActorKind.GROUP,
        ApiDates.day(actor.createdAt()),
        hidden ? "" : actor.bioHtml(),
        actor.url(),
        actor.iri().value(),
        avatar,
        avatar,
        actor.avatarDescription(),
        header,
        header,
        actor.headerDescription(),
        actor.followersCount(),
        actor.followingCount(),
        actor.postsCount(),
        last == null ? null : LocalDate.ofInstant(last, ZoneOffset.UTC).toString(),
        actor.hideCollections(),
        actor.tabs().media(),
        actor.tabs().mediaOfReplies(),
        actor.tabs().featured(),
        emoji.of(actor.emoji()),
        hidden ? List.of() : fields(actor),
        actor.local() ? badges(hidden ? null : role(actor)) : null,
        actor.local() ? !actor.indexable() : null,
        moved,
        hidden ? true : null,
        actor.standing() == Standing.LIMITED ? true : null,
        actor.memorial() ? true : null,
        AccountJson.FeatureApproval.of(FeaturePolicy.of(actor)));
  }

  private @Nullable Role role(Actor actor) {
    return actor.local() ? accounts.staffRole(actor.id()) : null;
  }

  private static List<AccountJson.Badge> badges(@Nullable Role role) {
    return role == null ? List.of() : List.of(AccountJson.Badge.of(role));
  }

  private static List<AccountJson.Field> fields(Actor actor) {
    return actor.fields().stream().map(AccountJson.Field::shown).toList();
  }
}
