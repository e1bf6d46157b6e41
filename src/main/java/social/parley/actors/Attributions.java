package social.parley.actors;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import social.parley.activitystreams.ActorDocument;
import social.parley.core.ActorId;
import social.parley.core.Handle;
import social.parley.core.Refused;
import social.parley.storage.Reading;
import social.parley.storage.Tx;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The sites that actors let name them as the author of a page, with all sites below them. */
public final class Attributions {
  /** How many one actor may name. */
  public static final int MOST = 100;

  private static final String TERM = "attributionDomains";
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

  private record Row(ActorId actorId, String domain) {}

  /** Those of one actor, in the order of the alphabet. */
  public List<String> of(Reading db, ActorId actor) {
    return List.copyOf(of(db, List.of(actor)).getOrDefault(actor, Set.of()));
  }

  /** Those of several; actors without any are left out. */
  public Map<ActorId, Set<String>> of(Reading db, Collection<ActorId> actors) {
    if (actors.isEmpty()) return Map.of();
    Map<ActorId, Set<String>> domains = new HashMap<>();
    db.query(
            """
            SELECT actor_id, domain FROM attribution_domains WHERE actor_id IN (<actors>)
            ORDER BY domain\
            """)
        .bindList("actors", List.copyOf(actors))
        .mapTo(Row.class)
        .forEach(row ->
            domains.computeIfAbsent(row.actorId(), _ -> new LinkedHashSet<>()).add(row.domain()));
    return domains;
  }

  /** Whether a page on this host may name somebody with these domains. */
  public static boolean cover(Set<String> domains, String host) {
    for (String domain : domains)
      if (host.equals(domain) || host.endsWith("." + domain)) return true;
    return false;
  }

  void replace(Tx tx, ActorId actor, Collection<String> domains) {
    tx.update("DELETE FROM attribution_domains WHERE actor_id = :actor")
        .bind("actor", actor)
        .execute();
    for (String domain : domains)
      tx.update("INSERT INTO attribution_domains (actor_id, domain) VALUES (:actor, :domain)")
          .bind("actor", actor)
          .bind("domain", domain)
          .execute();
  }

  /** What a person typed, as domains; refused when something is none. */
  static Set<String> typed(List<String> given) {
    Set<String> domains = new LinkedHashSet<>();
    for (String one : given) {
      String bare = one.strip().replaceFirst("(?i)^https?://", "").replaceFirst("[/?#].*$", "");
      if (!bare.isEmpty()) domains.add(domain(bare));
    }
    if (domains.size() > MOST)
      throw new Refused.Invalid(
          "attribution_domains", "ERR_TOO_LONG", "is too long (maximum is " + MOST + ")");
    return domains;
  }

  private static String domain(String text) {
    String ascii;
    try {
      ascii = Handle.ascii(text);
    } catch (IllegalArgumentException notOne) {
      ascii = "";
    }
    if (!DOMAIN.matcher(ascii).matches())
      throw new Refused.Invalid("attribution_domains", "contains an invalid domain name");
    return ascii;
  }

  /** What another server says of its actor; what is no domain is left out. */
  static Set<String> received(ActorDocument document) {
    JsonNode named = document.raw().path(TERM);
    List<JsonNode> all = new ArrayList<>();
    if (named.isArray()) named.forEach(all::add);
    else all.add(named);
    Set<String> domains = new LinkedHashSet<>();
    for (JsonNode one : all) {
      if (!one.isString() || domains.size() >= MOST) continue;
      try {
        domains.add(domain(one.stringValue()));
      } catch (Refused.Invalid notOne) {
        // Others may allow more than we understand.
        continue;
      }
    }
    return domains;
  }

  /** What a document says beside its usual members. */
  static ObjectNode written(List<String> domains) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (!domains.isEmpty()) domains.forEach(node.putArray(TERM)::add);
    return node;
  }
}
