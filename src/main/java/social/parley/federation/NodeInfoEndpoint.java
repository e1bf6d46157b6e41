package social.parley.federation;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Supplier;
import social.parley.actors.Actors;
import social.parley.config.Registration;
import social.parley.config.Settings;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.jsonld.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells what runs here and how many use it (NodeInfo 2.0 and 2.1). */
final class NodeInfoEndpoint implements Endpoints {
  private static final String SCHEMA = "http://nodeinfo.diaspora.software/ns/schema/";
  private static final String APPLICATION = "https://www.w3.org/ns/activitystreams#Application";
  private static final List<String> VERSIONS = List.of("2.0", "2.1");

  private final Settings settings;
  private final Actors actors;
  private final NodeCounts counts;
  private final Supplier<String> color;
  private final String version;

  NodeInfoEndpoint(
      Settings settings, Actors actors, NodeCounts counts, Supplier<String> color, String version) {
    this.settings = settings;
    this.actors = actors;
    this.counts = counts;
    this.color = color;
    this.version = version;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/.well-known/nodeinfo", this::versions);
    routes.get("/nodeinfo/{version}", this::describe);
  }

  private void versions(Context ctx) {
    ObjectNode answer = Json.object();
    ArrayNode links = answer.putArray("links");
    for (String one : VERSIONS)
      links
          .addObject()
          .put("rel", SCHEMA + one)
          .put("href", settings.at("/nodeinfo/" + one).value());
    // FEP-2677: the actor that speaks for the server.
    links
        .addObject()
        .put("rel", APPLICATION)
        .put("href", actors.addresses().instanceActor("").value());
    ctx.header("Access-Control-Allow-Origin", "*");
    ctx.contentType("application/json").result(Json.write(answer));
  }

  private void describe(Context ctx) {
    String wanted = ctx.pathParam("version").replace(".json", "");
    if (!VERSIONS.contains(wanted)) throw new Refused.NotFound();
    ObjectNode answer = Json.object().put("version", wanted);
    ObjectNode software =
        answer.putObject("software").put("name", "parley").put("version", version);
    if (wanted.equals("2.1")) software.put("homepage", settings.url().value());
    answer.putArray("protocols").add("activitypub");
    ObjectNode services = answer.putObject("services");
    services.putArray("inbound");
    services.putArray("outbound");
    answer.put(
        "openRegistrations",
        settings.registration() == Registration.OPEN
            || settings.registration() == Registration.APPROVAL);
    usage(answer);
    metadata(answer.putObject("metadata"));
    ctx.header("Cache-Control", "max-age=1800, public").header("Access-Control-Allow-Origin", "*");
    ctx.contentType("application/json; profile=\"" + SCHEMA + wanted + "#\"")
        .result(Json.write(answer));
  }

  private void usage(ObjectNode answer) {
    NodeCounts.Counts now = counts.now();
    ObjectNode usage = answer.putObject("usage");
    usage
        .putObject("users")
        .put("total", now.users())
        .put("activeMonth", now.activeMonth())
        .put("activeHalfyear", now.activeHalfYear());
    usage.put("localPosts", now.posts()).put("localComments", now.replies());
  }

  private void metadata(ObjectNode metadata) {
    metadata.put("nodeName", settings.about().name());
    metadata.put("nodeDescription", settings.about().summary());
    // By this Misskey and its kin colour the name of a server.
    metadata.put("themeColor", color.get());
    ArrayNode languages = metadata.putArray("languages");
    settings.about().languages().forEach(languages::add);
    // How forks say whose client API they speak; libraries for clients pick their dialect by it.
    metadata.putObject("upstream").put("name", "Mastodon");
  }
}
