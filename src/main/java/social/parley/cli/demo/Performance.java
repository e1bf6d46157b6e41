package social.parley.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lets the story happen, event after event, each through the app of the person who acts. */
final class Performance {
  static final Pattern NAMED = Pattern.compile("\\{([\\w@]+)}");
  private static final Duration LONGEST_WAY = Duration.ofMinutes(40);

  private final Company company;
  private final Crew crew;
  private final StoryClock clock;
  private final Runnable quiet;
  private Instant lastQuiet = Instant.EPOCH;

  /** What each line became where it was said. */
  private final Map<Line, JsonNode> said = new HashMap<>();

  /** The ids of posts, by the place that knows them by it. */
  private final Map<String, Map<Line, JsonNode>> known = new ConcurrentHashMap<>();

  /**
   * @param quiet waits until nothing is on its way between the places
   */
  Performance(Company company, Crew crew, StoryClock clock, Runnable quiet) {
    this.quiet = quiet;
    this.company = company;
    this.crew = crew;
    this.clock = clock;
  }

  void play(List<Event> events) {
    for (Event event : events) {
      waitBefore(event.at());
      clock.advanceTo(event.at());
      switch (event) {
        case Event.Speaks speaks -> speak(speaks.line());
        case Event.Boosts boosts -> act(boosts.who(), boosts.line(), "reblog");
        case Event.Favourites likes ->
            crew.begin(() -> act(likes.who(), likes.line(), "favourite"));
        case Event.Votes votes -> crew.begin(() -> vote(votes));
      }
    }
    crew.finish();
  }

  /** What is on its way would be too old on arrival if time went on too far meanwhile. */
  private void waitBefore(Instant next) {
    if (Duration.between(lastQuiet, next).compareTo(LONGEST_WAY) < 0) return;
    crew.finish();
    quiet.run();
    lastQuiet = next;
  }

  private void speak(Line line) {
    Member author = company.member(line.by());
    JsonNode post = author.post("/api/v1/statuses", status(line, author));
    said.put(line, post);
    known.computeIfAbsent(line.by().place(), _ -> new ConcurrentHashMap<>()).put(line, post);
    if (line.said().pin()) author.post("/api/v1/statuses/" + id(post) + "/pin");
  }

  private ObjectNode status(Line line, Member author) {
    Place.Said said = line.said();
    ObjectNode status = Json.object();
    status.put("status", text(line));
    status.put("visibility", said.reach() == null ? "public" : said.reach());
    status.put("language", said.language() == null ? "en" : said.language());
    if (said.markdown()) status.put("content_type", "text/markdown");
    if (said.warning() != null) status.put("spoiler_text", said.warning());
    if (line.parent() != null) status.put("in_reply_to_id", id(seen(line.parent(), author)));
    if (said.picture() instanceof Place.Picture picture)
      status.putArray("media_ids").add(upload(picture, line, author));
    if (said.poll() instanceof Place.Poll poll) {
      ObjectNode wish = status.putObject("poll");
      ArrayNode options = wish.putArray("options");
      poll.options().forEach(options::add);
      wish.put("expires_in", poll.days() * 86_400);
      wish.put("multiple", poll.multiple());
    }
    return status;
  }

  private static String upload(Place.Picture picture, Line line, Member author) {
    byte[] file = picture.kind().paint(line.by() + " " + line.number(), 1080, 720);
    return id(
        author.send(
            "POST", "/api/v2/media", Map.of("description", picture.alt()), Map.of("file", file)));
  }

  /** The words, with everybody who is named or answered called by their handle. */
  private String text(Line line) {
    String words =
        NAMED
            .matcher(line.said().text().strip())
            .replaceAll(found ->
                Matcher.quoteReplacement(
                    called(Name.parse(found.group(1), line.by().place()), line.by())));
    Line parent = line.parent();
    return parent == null || parent.by().equals(line.by())
        ? words
        : called(parent.by(), line.by()) + " " + words;
  }

  private String called(Name name, Name by) {
    return name.place().equals(by.place())
        ? "@" + name.person()
        : company.site(name.place()).handle(name);
  }

  private void act(Name who, Line line, String action) {
    Member member = company.member(who);
    member.post("/api/v1/statuses/" + id(seen(line, member)) + "/" + action);
  }

  private void vote(Event.Votes votes) {
    Member member = company.member(votes.who());
    String poll = seen(votes.line(), member).path("poll").path("id").asString();
    ObjectNode body = Json.object();
    votes.choices().forEach(body.putArray("choices")::add);
    member.post("/api/v1/polls/" + poll + "/votes", body);
  }

  /** A post as somebody's community has it, once it has arrived there. */
  private JsonNode seen(Line line, Member by) {
    Map<Line, JsonNode> here =
        known.computeIfAbsent(by.name().place(), _ -> new ConcurrentHashMap<>());
    JsonNode seen = here.get(line);
    if (seen != null) return seen;
    JsonNode found = lookFor(line, by);
    here.put(line, found);
    return found;
  }

  private JsonNode lookFor(Line line, Member by) {
    JsonNode original = said.get(line);
    if (original == null) throw new IllegalStateException("not said yet: " + line);
    String search = "/api/v2/search?type=statuses&q=" + original.path("uri").asString();
    JsonNode found = first(by.get(search));
    if (found.isMissingNode()) {
      quiet.run();
      // What has not come by itself by now, because nobody there follows its author, is fetched.
      found = first(by.get(search + "&resolve=true"));
    }
    if (found.isMissingNode())
      throw new IllegalStateException(by.name() + " does not see " + original.path("uri"));
    return found;
  }

  private static JsonNode first(JsonNode results) {
    return results.path("statuses").path(0);
  }

  private static String id(JsonNode thing) {
    return thing.path("id").asString();
  }
}
