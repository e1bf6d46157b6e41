package social.parley.posts;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import social.parley.activitystreams.ActivityWriter;
import social.parley.actors.Actor;
import social.parley.core.Iri;
import social.parley.federation.ObjectSource.Answer;
import social.parley.fetch.Delivered;
import social.parley.fetch.Downloaded;
import social.parley.fetch.FetchOptions;
import social.parley.fetch.Fetched;
import social.parley.fetch.Fetcher;
import social.parley.signatures.SigningKey;

/** Several towns in one memory, and documents that a test puts at an address. */
public final class Network implements Fetcher {
  public final Map<String, Town> towns = new HashMap<>();
  public final Map<Iri, String> documents = new HashMap<>();

  @Override
  public Fetched get(Iri url, FetchOptions options) {
    String document = documents.get(url);
    if (document != null) return found(url, document.getBytes(StandardCharsets.UTF_8));
    Town town = towns.get(url.host());
    if (town == null) return new Fetched.Unreachable("no such host", null);
    int query = url.value().indexOf("/.well-known/webfinger?resource=");
    if (query > 0) return webFinger(town, url);
    Optional<Actor> actor = town.actors.byIri(url).filter(Actor::local);
    if (actor.isPresent())
      return found(url, ActivityWriter.bytes(town.actors.document(actor.get())));
    return switch (town.posts.documents().find(url, null)) {
      case Answer.Shown(var thing) -> found(url, ActivityWriter.bytes(thing));
      case Answer.Deleted _ -> new Fetched.Gone();
      case Answer.Hidden _, Answer.Unknown _ -> new Fetched.Missing(404);
    };
  }

  private static Fetched found(Iri url, byte[] body) {
    return new Fetched.Document(url, 200, "application/activity+json", body, Map.of());
  }

  private static Fetched webFinger(Town town, Iri url) {
    String resource = url.value().replaceFirst(".*acct(:|%3A)", "").replaceFirst("(@|%40).*", "");
    return town.actors
        .local(resource)
        .map(actor ->
            found(
                url,
                """
                {"subject":"acct:%s","links":[
                  {"rel":"self","type":"application/activity+json","href":"%s"}]}\
                """
                    .formatted(actor.handle(), actor.iri())
                    .getBytes(StandardCharsets.UTF_8)))
        .orElse(new Fetched.Missing(404));
  }

  @Override
  public Delivered post(
      Iri inbox, byte[] body, String type, SigningKey key, Map<String, String> extraHeaders) {
    throw new UnsupportedOperationException("towns carry their letters themselves");
  }

  @Override
  public Downloaded download(Iri url, Path to, long maxBytes) {
    return new Fetched.Missing(404);
  }

  /** Carries letters until all is quiet. */
  public void settle() {
    boolean worked = true;
    while (worked) {
      worked = false;
      for (Town town : towns.values()) {
        town.database.settle();
        worked |= town.jobs.runDue();
        worked |= town.carry();
      }
    }
  }
}
