package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import social.parley.accounts.Role;
import tools.jackson.databind.node.ObjectNode;

/**
 * Attacks that other servers of the fediverse have published as their own weaknesses, tried on this
 * one. {@code docs/advisories.md} lists all of them, also those that other tests try.
 */
class AdvisoriesTest extends ForgeryScene {
  private Person ben;

  @Override
  Fediverse open(String... hosts) {
    return Fediverse.of(hosts);
  }

  /** Ben, on the same server as Ada, follows nobody. */
  @BeforeAll
  void ben() {
    ben = fediverse.person("ben", "alpha.test");
  }

  private static String id(ObjectNode document) {
    return document.path("id").asString();
  }

  /** A note that its server shows to whoever asks. */
  private static ObjectNode served(Outsider server, String path, String author, String text) {
    ObjectNode note = server.note(path, author, text);
    server.serve(path, note);
    return note;
  }

  private static ObjectNode onlyFor(ObjectNode note, String followers) {
    note.putArray("to").add(followers);
    return note;
  }

  private ObjectNode boost(Outsider server, String by, ObjectNode what) {
    ObjectNode boost = server.activity("Announce", "/boosts/" + ++count, by, id(what));
    boost.putArray("to").add(PUBLIC);
    return boost;
  }

  private void send(Outsider server, ObjectNode activity) {
    server.send(alpha, activity);
    fediverse.settle();
  }

  @Test
  @DisplayName("CVE-2025-30741 (Pixelfed): a follow that was not granted shows nothing")
  void aFollowThatWasNotGrantedShowsNothing() {
    String carl = good.actor("carl");
    ben.post("/api/v1/accounts/" + ben.idOf(carl) + "/follow");
    ada.post("/api/v1/accounts/" + ada.idOf(carl) + "/follow");
    fediverse.settle();
    ObjectNode asked =
        (ObjectNode)
            good.inbox().stream()
                .filter(one -> one.path("actor").asString("").equals(ada.iri()))
                .filter(one -> one.path("object").asString("").equals(carl))
                .toList()
                .getLast();
    send(good, good.activity("Accept", "/accepts/carl", carl, asked));
    ObjectNode note = onlyFor(good.note(path(), carl, "For those whom I let"), carl + "/followers");
    send(good, good.create(note));
    assertThat(ada.homeTexts()).contains("For those whom I let");
    assertThat(ben.homeTexts()).doesNotContain("For those whom I let");
    assertThat(ben.find(id(note), false)).isEmpty();
  }

  @Test
  @DisplayName("CVE-2026-23961 (Mastodon): boosts bring nothing by somebody who is suspended")
  void boostsBringNothingBySomebodyWhoIsSuspended() {
    Person staff = alpha.staff("staff", Role.ADMIN);
    String dan = evil.actor("dan");
    evil.befriend(fediverse, ada, dan);
    ObjectNode old = served(evil, path(), dan, "From before");
    send(evil, evil.create(old));
    assertThat(ada.find(id(old), false)).isPresent();
    String action = "/api/v1/admin/accounts/" + staff.idOf(dan) + "/action";
    staff.post(action, "type", "suspend");
    fediverse.settle();
    ObjectNode fresh = served(evil, path(), dan, "From afterwards");
    send(good, boost(good, alice, old));
    send(good, boost(good, alice, fresh));
    send(evil, boost(evil, mallory, fresh));
    assertThat(ada.homeTexts()).doesNotContain("From before", "From afterwards");
    assertThat(ada.publicTexts()).doesNotContain("From before", "From afterwards");
    assertThat(ada.find(id(fresh), true)).isEmpty();
  }

  @Test
  @DisplayName("CVE-2026-33869 (Mastodon): nobody prevents what is still to come")
  void nobodyPreventsWhatIsStillToCome() {
    ObjectNode note = served(good, path(), alice, "On its way");
    send(evil, evil.activity("Delete", "/deletes/" + ++count, mallory, id(note)));
    send(evil, evil.create(note.deepCopy().put("attributedTo", mallory)));
    send(evil, evil.activity("Undo", "/undos/" + ++count, mallory, good.create(note)));
    send(good, good.create(note));
    assertThat(ada.homeTexts()).contains("On its way");
  }

  @Test
  @DisplayName("CVE-2024-37903 (Mastodon): nobody widens the audience of a post that is here")
  void nobodyWidensAnAudience() {
    ObjectNode note = onlyFor(good.note(path(), alice, "Among friends"), alice + "/followers");
    send(good, good.create(note));
    ObjectNode open = note.deepCopy();
    open.putArray("to").add(PUBLIC).add(ben.iri());
    open.putArray("tag").addObject().put("type", "Mention").put("href", ben.iri());
    for (String by : new String[] {mallory, bob}) {
      Outsider server = by.equals(mallory) ? evil : good;
      ObjectNode create = server.activity("Create", "/creates/" + ++count, by, open);
      create.putArray("to").add(PUBLIC).add(ben.iri());
      send(server, create);
      send(server, server.activity("Update", "/updates/" + ++count, by, open));
      send(server, server.activity("Announce", "/boosts/" + ++count, by, open));
    }
    assertThat(ada.find(id(note), false)).isPresent();
    assertThat(ben.find(id(note), false)).isEmpty();
    assertThat(ben.notifications()).noneMatch(one -> one.startsWith("mention"));
    assertThat(ada.publicTexts()).doesNotContain("Among friends");
  }

  @Test
  @DisplayName("CVE-2026-28432, CVE-2023-49079 (Misskey): a signature must cover the request")
  void aSignatureMustCoverTheRequest() {
    ObjectNode note = good.note(path(), alice, "Under half a signature");
    String body = good.create(note).toString();
    Map<String, String> whole = good.signed(alpha.settings().at("/inbox"), body, alice);
    String signature = whole.get("Signature");
    assertThat(signature).contains("(request-target)");
    for (String instead :
        List.of(
            signature.replaceFirst("headers=\"[^\"]*\"", "headers=\"date\""),
            signature.replaceFirst("headers=\"[^\"]*\"", "headers=\"\""),
            signature.replaceFirst("headers=\"[^\"]*\",?", ""),
            signature.replaceFirst("signature=\"[^\"]*\"", "signature=\"\""),
            signature.replaceFirst("algorithm=\"[^\"]*\"", "algorithm=\"none\""),
            signature.replaceFirst("algorithm=\"[^\"]*\"", "algorithm=\"hmac-sha256\""))) {
      Map<String, String> headers = new HashMap<>(whole);
      headers.put("Signature", instead);
      if (!instead.equals(signature))
        assertThat(good.send(alpha, body, null, headers)).as(instead).isEqualTo(401);
    }
    Map<String, String> noDigest = new HashMap<>(whole);
    noDigest.remove("Digest");
    assertThat(good.send(alpha, body, null, noDigest)).isEqualTo(401);
    fediverse.settle();
    assertThat(ada.find(id(note), false)).isEmpty();
  }

  @Test
  @DisplayName("discourse-activity-pub 327: the id of a key is no handle, nor anything odd")
  void theIdOfAKeyIsAnAddressOfItsOwner() {
    ObjectNode note = good.note(path(), alice, "By whose key?");
    String body = good.create(note).toString();
    String nick = evil.actor("nick");
    // With a key of his own.
    evil.rotate("nick");
    Map<String, String> headers = evil.signed(alpha.settings().at("/inbox"), body, nick);
    for (String key :
        List.of(
            "acct:alice@" + good.authority(),
            "alice@" + good.authority(),
            "",
            "file:///etc/passwd",
            "http://127.0.0.1:1/",
            "http://[::1]:1/actor",
            alpha.settings().url() + "/users/ada#main-key",
            alice + "#main-key")) {
      Map<String, String> other = new HashMap<>(headers);
      other.computeIfPresent(
          "Signature", (_, said) -> said.replaceFirst("keyId=\"[^\"]*\"", "keyId=\"" + key + "\""));
      assertThat(evil.send(alpha, body, null, other)).as(key).isIn(400, 401, 403, 503);
    }
    fediverse.settle();
    assertThat(ada.find(id(note), false)).isEmpty();
  }

  @Test
  @DisplayName("CVE-2025-54888 (Fedify): what is forwarded is believed of its own server only")
  void whatIsForwardedIsBelievedOfItsOwnServerOnly() {
    ObjectNode note = good.note(path(), alice, "Passed on by Mallory");
    assertThat(evil.send(alpha, good.create(note), mallory)).isEqualTo(202);
    ObjectNode follow = good.activity("Follow", "/follows/forged", alice, ben.iri());
    evil.send(alpha, follow, mallory);
    ObjectNode like = good.activity("Like", "/likes/forged", alice, ben.write("Like me").uri());
    evil.send(alpha, like, mallory);
    fediverse.settle();
    assertThat(ada.find(id(note), false)).isEmpty();
    assertThat(ben.notifications()).noneMatch(one -> one.contains("alice"));
  }

  @Test
  @DisplayName("CVE-2025-32947 (PeerTube): pages that lead on for ever are not followed for ever")
  void pagesThatLeadOnForEverAreNotFollowedForEver() {
    ObjectNode note = good.note(path(), alice, "With many answers");
    String pages = "/endless/" + count;
    for (int i = 0; i < 60; i++)
      good.serve(
          pages + "/" + i,
          good.document("CollectionPage", pages + "/" + i)
              .put("next", good.at(pages + "/" + (i + 1))));
    note.put("replies", good.at(pages + "/0"));
    good.serve(id(note).substring(good.at("").length()), note);
    send(good, good.create(note));
    Status here = ada.find(id(note), false).orElseThrow();
    ada.get("/api/v1/statuses/" + here.id() + "/context");
    fediverse.settle();
    long asked = good.asked().stream().filter(path -> path.startsWith(pages)).count();
    assertThat(asked).isBetween(1L, 10L);
  }

  @Test
  @DisplayName("CVE-2026-23962 (Mastodon): a poll has no more than some hundred options")
  void aPollHasNoMoreThanSomeHundredOptions() {
    ObjectNode poll = good.note(path(), alice, "Choose").put("type", "Question");
    for (int i = 0; i < 3000; i++)
      poll.withArray("oneOf").addObject().put("type", "Note").put("name", "Option " + i);
    send(good, good.create(poll));
    Status here = ada.find(id(poll), false).orElseThrow();
    assertThat(here.at("/poll/options").size()).isBetween(2, 500);
  }

  @Test
  void everyTestThatTheListNamesIsThere() throws IOException {
    String list = Files.readString(Path.of("docs/advisories.md"));
    List<String> named =
        Pattern.compile("`(\\w+(?:Test|Contract))\\.(\\w+)`")
            .matcher(list)
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(named).hasSizeGreaterThan(20);
    for (String one : named) {
      String[] parts = one.replace("`", "").split("\\.");
      assertThat(source(parts[0])).as(one).contains("void " + parts[1] + "(");
    }
  }

  private static String source(String name) throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("src/test/java"))) {
      Path file =
          all.filter(path -> path.endsWith(name + ".java"))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no class " + name));
      return Files.readString(file);
    }
  }
}
