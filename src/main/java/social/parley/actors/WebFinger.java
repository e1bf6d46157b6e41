package social.parley.actors;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.fetch.FetchOptions;
import social.parley.fetch.Fetched;
import social.parley.fetch.Fetcher;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks other servers who is behind a handle (RFC 7033). */
final class WebFinger {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST = 2000;
  private static final int MOST_LINKS = 100;
  private static final String ACCEPT = "application/jrd+json, application/json";

  /** What came of asking. */
  sealed interface Answer {
    /** The actor's id, all ids of that name, and the handle that its server prefers. */
    record Links(Iri self, Set<Iri> actors, @Nullable Handle subject) implements Answer {}

    /** Deleted for good. */
    record Gone() implements Answer {}

    record NotFound(String reason) implements Answer {}

    record Unreachable(String reason) implements Answer {}
  }

  private final Fetcher fetcher;

  WebFinger(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  /** The links of a server's answer about a handle that are to be filled in; none without it. */
  List<Intent.Template> templates(String origin, Handle handle) {
    if (!(fetched(origin, handle) instanceof Fetched.Document found)) return List.of();
    List<Intent.Template> templates = new ArrayList<>();
    try {
      for (JsonNode link : JSON.readTree(found.body()).path("links")) {
        String address = link.path("template").asString(link.path("href").asString(""));
        if (address.length() < LONGEST && templates.size() < MOST_LINKS)
          templates.add(new Intent.Template(link.path("rel").asString(""), address));
      }
    } catch (JacksonException broken) {
      return List.of();
    }
    return templates;
  }

  private Fetched fetched(String origin, Handle handle) {
    String resource = URLEncoder.encode("acct:" + handle, StandardCharsets.UTF_8);
    Iri url = new Iri(origin + "/.well-known/webfinger?resource=" + resource);
    return fetcher.get(url, FetchOptions.plain(ACCEPT));
  }

  /** Asks the server at this scheme, host and port about a handle. */
  Answer ask(String origin, Handle handle) {
    return switch (fetched(origin, handle)) {
      case Fetched.Document found -> read(found.body());
      case Fetched.Gone gone -> new Answer.Gone();
      case Fetched.Missing missing -> new Answer.NotFound("no such handle");
      case Fetched.Denied denied -> new Answer.NotFound("may not be asked");
      case Fetched.Blocked blocked -> new Answer.NotFound(blocked.reason());
      case Fetched.Unreachable failed -> new Answer.Unreachable(failed.reason());
    };
  }

  private static Answer read(byte[] body) {
    JsonNode document;
    try {
      document = JSON.readTree(body);
    } catch (JacksonException broken) {
      return new Answer.NotFound("the answer is not JSON");
    }
    Handle subject = Handle.parse(document.path("subject").asString("")).orElse(null);
    Iri self = null;
    Set<Iri> actors = new HashSet<>();
    for (JsonNode link : document.path("links")) {
      if (!link.path("rel").asString("").equals("self")) continue;
      Optional<Iri> href = Iri.parse(link.path("href").asString("")).filter(Iri::isWeb);
      String type = link.path("type").asString("");
      if (href.isEmpty() || !isActivity(type)) continue;
      actors.add(href.get());
      if (self == null || isPerson(link)) self = href.get();
    }
    return self == null
        ? new Answer.NotFound("the answer names no actor")
        : new Answer.Links(self, actors, subject);
  }

  private static boolean isActivity(String type) {
    return type.startsWith("application/activity+json") || type.startsWith("application/ld+json");
  }

  /** Lemmy gives a person and a community under one name; people come first. */
  private static boolean isPerson(JsonNode link) {
    for (JsonNode property : link.path("properties"))
      if (property.asString("").equals("Person")) return true;
    return false;
  }
}
