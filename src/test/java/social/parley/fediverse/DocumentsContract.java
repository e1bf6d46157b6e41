package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a server tells other servers of itself and its people. */
abstract class DocumentsContract extends ContentScene {
  @Test
  void webFingerLeadsBothWays() {
    String authority = ada.server().authority();
    for (String resource :
        List.of("acct:ada@" + authority, ada.iri(), ada.server().settings().url() + "/@ada")) {
      var answer = finger(ada.server(), resource);
      assertThat(answer.header("Content-Type")).startsWith("application/jrd+json");
      assertThat(answer.text("/subject")).isEqualTo("acct:ada@" + authority);
      assertThat(answer.json().toString()).contains("\"href\":\"" + ada.iri() + "\"");
    }
    assertThat(finger(ada.server(), "acct:nobody@" + authority).status()).isEqualTo(404);
    assertThat(finger(ada.server(), "acct:ada@elsewhere.test").status()).isEqualTo(404);
    assertThat(finger(ada.server(), "").status()).isEqualTo(400);
  }

  @Test
  void nodeInfoTellsWhatThisIs() {
    JsonNode links = ada.server().client().get("/.well-known/nodeinfo", null).json();
    assertThat(links.path("links").valueStream().map(link -> link.path("href").asString()))
        .contains(
            ada.server().settings().at("/nodeinfo/2.0").value(),
            ada.server().settings().at("/nodeinfo/2.1").value());
    for (String version : List.of("2.0", "2.1")) {
      JsonNode info = ada.server().client().get("/nodeinfo/" + version, null).json();
      assertThat(info.path("version").asString()).isEqualTo(version);
      assertThat(info.at("/software/name").asString()).isEqualTo("parley");
      assertThat(info.at("/protocols/0").asString()).isEqualTo("activitypub");
      assertThat(info.at("/usage/users/total").asInt()).isPositive();
    }
  }

  @Test
  void collectionsArePaged() {
    Person lena = fediverse.person("lena", "alpha.test");
    for (int i = 0; i < 25; i++) lena.write("Number " + i);
    lena.write("Hidden", "visibility", "private");
    ben.follow(lena);
    fediverse.settle();
    List<String> texts = new ArrayList<>();
    int pages =
        walk(
            lena.server(),
            lena.iri() + "/outbox",
            item -> {
              texts.add(item.at("/object/content").asString());
            });
    assertThat(pages).isGreaterThan(1);
    assertThat(texts).hasSize(25).doesNotHaveDuplicates().noneMatch(one -> one.contains("Hidden"));
    List<String> followers = new ArrayList<>();
    walk(lena.server(), lena.iri() + "/followers", item -> followers.add(item.asString()));
    assertThat(followers).containsExactly(ben.iri());
    List<String> following = new ArrayList<>();
    walk(ben.server(), ben.iri() + "/following", item -> following.add(item.asString()));
    assertThat(following).contains(lena.iri(), ada.iri());
  }

  private static int walk(Instance server, String collection, Consumer<JsonNode> each) {
    JsonNode top = server.document(collection).json();
    assertThat(top.path("type").asString()).isEqualTo("OrderedCollection");
    String next = top.path("first").asString();
    int pages = 0;
    long items = 0;
    while (!next.isEmpty()) {
      JsonNode page = server.document(next).json();
      assertThat(page.path("type").asString()).isEqualTo("OrderedCollectionPage");
      assertThat(page.path("partOf").asString()).isEqualTo(collection);
      page.path("orderedItems").forEach(each);
      items += page.path("orderedItems").size();
      next = page.path("next").asString("");
      pages++;
    }
    assertThat(items).isEqualTo(top.path("totalItems").asLong());
    return pages;
  }

  @Test
  void theInstanceActorIsReadableByAnybody() {
    var answer = ada.server().document(ada.server().settings().url() + "/actor");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/type")).isEqualTo("Application");
    assertThat(answer.text("/publicKey/publicKeyPem")).startsWith("-----BEGIN PUBLIC KEY-----");
  }

  @Test
  void handlesMayHaveAnotherDomainThanTheServer() {
    Outsider front = fediverse.outsider("delta.test");
    Instance server =
        fediverse.add("social.delta.test", Map.of("PARLEY_HANDLE_DOMAIN", front.authority()));
    front.redirects("/.well-known/webfinger", server.settings().url().value());
    Person mona = server.person("mona");
    Person nils = fediverse.person("nils", "beta.test");
    assertThat(mona.handle()).isEqualTo("mona@" + front.authority());
    nils.follow(mona);
    fediverse.settle();
    assertThat(nils.profile(mona).path("acct").asString()).isEqualTo(mona.handle());
    Status post = written(mona, "Hello @" + nils.handle());
    assertThat(nils.view(post).at("/account/acct").asString()).isEqualTo(mona.handle());
    Status answer = nils.reply(post, "Hi @" + mona.handle());
    fediverse.settle();
    assertThat(mona.notifications()).contains("mention nils", "follow nils");
    assertThat(mona.thread(post)).containsExactly("Hi @mona");
    assertThat(nils.idOf(mona.iri())).isEqualTo(nils.idOf(mona));
    assertThat(mona.view(answer).at("/account/acct").asString()).isEqualTo(nils.handle());
  }
}
