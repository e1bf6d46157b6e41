package social.parley.apps;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

/** One of our servers and one made with Fedify, with which kind of signature a test says. */
abstract class BesideFedify {
  static LiveServer server;
  static FedifyServer fedify;
  private static int people;

  @Parameter String scheme;
  String name;
  Api ada;
  String adaIri;
  String gerdaId;

  @BeforeParameterizedClassInvocation
  static void start(String scheme, @TempDir Path data) {
    App program = App.node("fedify_server.mjs", "@fedify/fedify");
    server = LiveServer.listen(data);
    fedify = FedifyServer.start(program, scheme);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    if (fedify != null) fedify.close();
    if (server != null) server.close();
    fedify = null;
    server = null;
  }

  /** For every test somebody whom nobody there knows yet. */
  @BeforeEach
  void meet() {
    name = "ada" + ++people;
    ada = server.appOf(name);
    adaIri = server.url() + "/users/" + name;
    gerdaId = idOf("gerda");
    fedify.forget();
  }

  /** What our server calls somebody there. */
  final String idOf(String someone) {
    String query = "/api/v2/search?type=accounts&resolve=true&q=" + fedify.handle(someone);
    return ada.get(query).at("/accounts/0/id").asString();
  }

  /** Lets gerda do something to ada and the server take it in. */
  final String does(String action, String... parameters) {
    String[] more = new String[parameters.length + 2];
    more[0] = "to";
    more[1] = adaIri;
    System.arraycopy(parameters, 0, more, 2, parameters.length);
    return acts(action, more);
  }

  /** The same for nobody in particular. */
  final String acts(String action, String... parameters) {
    String id = fedify.does(action, parameters);
    server.settle();
    return id;
  }

  final JsonNode adaPosts(String text, String... more) {
    String[] parameters = new String[more.length + 2];
    parameters[0] = "status";
    parameters[1] = text;
    System.arraycopy(more, 0, parameters, 2, more.length);
    JsonNode post = ada.post("/api/v1/statuses", parameters);
    server.settle();
    return post;
  }

  final JsonNode adaDoes(String path, String... parameters) {
    JsonNode answer = ada.post(path, parameters);
    server.settle();
    return answer;
  }

  final JsonNode relationship(String id) {
    return ada.get("/api/v1/accounts/relationships?id[]=" + id).get(0);
  }

  final void follows(String id) {
    adaDoes("/api/v1/accounts/" + id + "/follow");
  }

  final void befriend() {
    follows(gerdaId);
    does("follow");
  }

  /** What ada's server knows of something there. */
  final JsonNode seen(String iri) {
    return ada.get("/api/v2/search?type=statuses&q=" + Api.encoded(iri)).at("/statuses/0");
  }

  /** The posts of ada's home timeline by their addresses, of boosts those of the originals. */
  final List<String> home() {
    return StreamSupport.stream(ada.get("/api/v1/timelines/home").spliterator(), false)
        .map(one -> one.at("/reblog/uri").asString(one.at("/uri").asString()))
        .toList();
  }

  final List<String> notified() {
    return StreamSupport.stream(ada.get("/api/v1/notifications").spliterator(), false)
        .map(one -> one.at("/type").asString() + " by " + one.at("/account/acct").asString())
        .toList();
  }
}
