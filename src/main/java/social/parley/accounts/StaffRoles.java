package social.parley.accounts;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.storage.Database;
import social.parley.storage.ReadCache;
import social.parley.storage.Tx;

/** Who of the staff may do how much, kept at hand because every profile that is shown asks. */
final class StaffRoles {
  private static final String ALL = "all";
  private static final List<Role> STAFF =
      List.of(Role.values()).stream().filter(role -> role != Role.USER).toList();

  private final Database database;
  private final AccountStore store;
  private final ReadCache<String, Map<ActorId, Role>> kept = new ReadCache<>(1, (_, _) -> 0);

  StaffRoles(Database database, AccountStore store) {
    this.database = database;
    this.store = store;
  }

  @Nullable Role of(ActorId actor) {
    Map<ActorId, Role> all =
        kept.one(ALL, _ -> byActor(database.read(db -> store.withRole(db, STAFF))));
    return all == null ? null : all.get(actor);
  }

  private static Map<ActorId, Role> byActor(Collection<Account> staff) {
    Map<ActorId, Role> roles = new HashMap<>();
    for (Account one : staff) roles.put(one.actor(), one.role());
    return roles;
  }

  void changed(Tx tx) {
    kept.drop(tx, ALL);
  }
}
