package social.parley.activitystreams;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.jsonld.Json;
import social.parley.trials.Chance;

/** Documents of every kind, as the program itself might build them. */
final class Generators {
  private static final long EARLIEST = Instant.parse("1900-01-01T00:00:00Z").getEpochSecond();
  private static final long LATEST = Instant.parse("2500-12-31T23:59:59Z").getEpochSecond();

  private final Chance chance;

  Generators(Chance chance) {
    this.chance = chance;
  }

  Iri iri() {
    String host = chance.of("ash.test", "birch.test:8443", "cedar.test");
    return new Iri("https://" + host + "/" + chance.text("ab1/-_~?=#:@", 20));
  }

  String text() {
    return chance.text("aZ <>&\"\\\n\t:@#äß漢\u2028", 20);
  }

  Instant time() {
    return Instant.ofEpochSecond(chance.number(EARLIEST, LATEST));
  }

  private <T> @Nullable T maybe(Supplier<T> some) {
    return chance.maybe(some);
  }

  private int size() {
    return chance.number(0, 10_000);
  }

  private long count() {
    return chance.number(0, 1L << 50);
  }

  private String mediaType() {
    return chance.of("image/png", "text/html; charset=utf-8", "video/mp4");
  }

  private Duration duration() {
    return Duration.ofMillis(chance.number(0, 400_000_000));
  }

  private Ref reference() {
    return Ref.of(iri());
  }

  Audience audience() {
    return new Audience(recipients(), recipients(), List.of(), List.of(), recipients());
  }

  private List<Iri> recipients() {
    return chance.distinct(3, () -> chance.number(1, 4) == 4 ? Audience.PUBLIC : iri());
  }

  ImageDocument image() {
    return new ImageDocument(
        iri(),
        maybe(this::mediaType),
        maybe(this::text),
        maybe(this::text),
        maybe(this::size),
        maybe(this::size));
  }

  Tag tag() {
    return switch (chance.number(1, 4)) {
      case 1 -> new MentionTag(iri(), maybe(this::text));
      case 2 -> new HashtagTag(maybe(this::iri), "#a" + text());
      case 3 ->
          new EmojiTag(maybe(this::iri), text(), iri(), maybe(this::mediaType), maybe(this::time));
      default ->
          new LinkTag(
              iri(),
              maybe(this::mediaType),
              maybe(() -> chance.of("tag", "license nofollow")),
              maybe(this::text));
    };
  }

  LinkDocument link() {
    Integer size = maybe(this::size);
    return new LinkDocument(
        iri(),
        maybe(this::mediaType),
        null,
        maybe(this::text),
        null,
        size,
        size,
        maybe(this::count),
        Json.object());
  }

  Attachment attachment() {
    String name = maybe(this::text);
    Integer size = maybe(this::size);
    return new Attachment(
        chance.of("Document", "Image", "Video", "Audio", "Link"),
        iri(),
        maybe(this::mediaType),
        name,
        name,
        size,
        size,
        maybe(() -> new FocalPoint(chance.fraction(-1, 1), chance.fraction(-1, 1))),
        maybe(this::duration),
        size == null ? null : (Long) size.longValue(),
        maybe(this::image));
  }

  PollDocument poll() {
    return new PollDocument(
        chance.flip(),
        chance.list(1, 4, () -> new PollOption(text(), maybe(this::count))),
        maybe(this::time),
        chance.flip(),
        maybe(this::time),
        maybe(this::count));
  }

  private PlaceDocument place() {
    return new PlaceDocument(
        maybe(this::iri),
        maybe(this::text),
        maybe(this::degrees),
        maybe(this::degrees),
        Json.object());
  }

  private double degrees() {
    return chance.fraction(-90, 90);
  }

  ObjectDocument object() {
    var object = new ObjectBuilder(chance.of(ObjectKind.values()).wire(), maybe(this::iri));
    write(object);
    decorate(object);
    return object.build();
  }

  /** What people write. */
  private void write(ObjectBuilder object) {
    Iri parent = maybe(this::iri);
    Iri thread = maybe(this::iri);
    object
        .attributedTo(chance.distinct(2, this::iri))
        .audience(audience())
        .name(maybe(this::text))
        .summary(maybe(this::text))
        .content(maybe(this::text))
        .language(maybe(() -> chance.of("en", "pt-BR", "zh-Hans")))
        .source(maybe(() -> new Source(text(), maybe(this::mediaType))))
        .inReplyTo(parent)
        .quote(parent)
        .quoteAuthorization(parent)
        .context(thread)
        .conversation(thread);
  }

  /** What goes with the text. */
  private void decorate(ObjectBuilder object) {
    ImageDocument image = maybe(this::image);
    Instant first = maybe(this::time);
    Instant last = maybe(this::time);
    PollDocument poll = maybe(this::poll);
    object
        .url(chance.list(0, 3, this::link))
        .tags(chance.list(0, 3, this::tag))
        .attachments(chance.list(0, 3, this::attachment))
        .image(image)
        .icon(image)
        .published(first)
        .startTime(first)
        .updated(last)
        .endTime(last)
        .duration(maybe(this::duration))
        .location(maybe(this::place))
        .sensitive(poll != null)
        .poll(poll);
    if (chance.flip()) {
      Ref collection = Ref.of(collection());
      object.replies(collection).likes(collection);
    }
  }

  private CollectionDocument collection() {
    Iri id = maybe(this::iri);
    Ref first = maybe(this::reference);
    Ref next = maybe(this::reference);
    return new CollectionDocument(
        chance.flip(),
        chance.flip(),
        id,
        maybe(this::count),
        first,
        next,
        next,
        first,
        first,
        id,
        chance.list(0, 3, () -> chance.flip() ? reference() : Ref.of(link())),
        Json.object());
  }

  private List<PublicKeyDocument> keys(Iri owner) {
    Instant expires = maybe(this::time);
    List<PublicKeyDocument> keys = new ArrayList<>();
    for (int i = chance.number(0, 3); i > 0; i--)
      keys.add(new PublicKeyDocument(new Iri(owner + "-k" + i), owner, "PEM" + i, null, expires));
    for (int i = chance.number(0, 2); i > 0; i--)
      keys.add(PublicKeyDocument.multikey(new Iri(owner + "-m" + i), owner, "z6Mk" + i));
    return keys;
  }

  ActorDocument actor() {
    Iri id = iri();
    String about = maybe(this::text);
    Iri page = maybe(this::iri);
    Iri place = maybe(this::iri);
    ImageDocument image = maybe(this::image);
    Boolean open = maybe(chance::flip);
    boolean choice = chance.flip();
    List<Iri> others = chance.distinct(2, this::iri);
    Instant when = maybe(this::time);
    return ActorDocument.of(chance.of(ActorType.values()), id, "birch", new Iri(id + "/inbox"))
        .name(about)
        .summary(about)
        .webfinger(about)
        .outbox(page)
        .followers(page)
        .following(page)
        .url(page)
        .featured(place)
        .featuredTags(place)
        .sharedInbox(place)
        .movedTo(place)
        .keys(keys(id))
        .icon(image)
        .image(image)
        .fields(chance.list(0, 3, () -> new PropertyValue(text(), text())))
        .discoverable(open)
        .indexable(open)
        .manuallyApprovesFollowers(choice)
        .suspended(choice)
        .memorial(!choice)
        .alsoKnownAs(others)
        .attributedTo(others)
        .tags(chance.list(0, 2, this::tag))
        .published(when)
        .updated(when)
        .build();
  }

  private Tombstone tombstone() {
    return new Tombstone(
        iri(), maybe(() -> chance.of("Note", "Page")), maybe(this::time), Json.object());
  }

  /** Anything but an activity. */
  Thing noun() {
    return switch (chance.number(1, 5)) {
      case 1 -> object();
      case 2 -> actor();
      case 3 -> collection();
      case 4 -> tombstone();
      default -> link();
    };
  }

  private Ref target() {
    return chance.flip() ? reference() : Ref.of(tombstone());
  }

  private Envelope envelope() {
    Envelope envelope = Envelope.of(maybe(this::iri), iri(), audience());
    if (chance.flip()) {
      Instant when = time();
      envelope = envelope.withPublished(when).withUpdated(when);
    }
    if (chance.flip()) {
      String text = text();
      envelope = envelope.withSummary(text).withContent(text);
    }
    if (chance.flip()) {
      Ref target = target();
      envelope = envelope.withTarget(target).withResult(target);
    }
    if (chance.flip()) envelope = envelope.withInstrument(target());
    return envelope.withTags(chance.list(0, 2, this::tag));
  }

  private Activity around(String type, int least, Supplier<Ref> objects) {
    return ActivityTypes.of(type, envelope(), chance.list(least, 2, objects));
  }

  private String known() {
    return chance.of(List.copyOf(ActivityTypes.names()));
  }

  private Ref simple() {
    return chance.flip() ? reference() : Ref.of(noun());
  }

  Activity activity() {
    return switch (chance.number(1, 3)) {
      case 1 -> around(known(), 0, this::simple);
      case 2 -> around(known(), 1, () -> Ref.of(around(known(), 0, this::simple)));
      default -> around("Grant", 1, this::simple);
    };
  }

  Thing thing() {
    return chance.flip() ? noun() : activity();
  }
}
