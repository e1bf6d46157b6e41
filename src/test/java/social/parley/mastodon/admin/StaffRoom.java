package social.parley.mastodon.admin;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import social.parley.accounts.Role;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Instance;
import social.parley.fediverse.Outsider;
import social.parley.fediverse.Person;
import social.parley.mastodon.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** A server with its staff, somebody who has no office, and somebody elsewhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StaffRoom {
  static final String ACCOUNTS = "/api/v1/admin/accounts";
  static final String REPORTS = "/api/v1/admin/reports";

  Fediverse fediverse;
  Instance alpha;
  Person owner;
  Person mod;
  Person ada;
  Outsider outside;
  String rex;

  abstract Fediverse open();

  @BeforeAll
  void start() {
    fediverse = open();
    alpha =
        fediverse.add(
            "alpha.test",
            Map.of(
                "PARLEY_REGISTRATION", "open",
                "PARLEY_ABOUT_RULES", "Be kind\nNo spam",
                "PARLEY_ABOUT_DOMAIN_BLOCKS", "members"));
    owner = alpha.staff("owner", Role.OWNER);
    mod = alpha.staff("mod", Role.MODERATOR);
    ada = alpha.person("ada");
    outside = fediverse.outsider("outside.test");
    rex = outside.actor("rex");
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  Answer send(String method, String path, @Nullable Person as, String... parameters) {
    StringBuilder query = new StringBuilder(path.contains("?") ? "&" : "?");
    for (int i = 0; i < parameters.length; i += 2)
      query.append(parameters[i]).append('=').append(parameters[i + 1]).append('&');
    return alpha.client().send(method, path + query, null, null, as == null ? null : as.token());
  }

  void act(Person target, String type) {
    mod.post(ACCOUNTS + "/" + target.id() + "/action", "type", type, "text", "enough");
    fediverse.settle();
  }

  void lift(Person target, String how) {
    mod.post(ACCOUNTS + "/" + target.id() + "/" + how);
    fediverse.settle();
  }

  JsonNode seen(Person person) {
    return mod.get(ACCOUNTS + "/" + person.id());
  }
}
