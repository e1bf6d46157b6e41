package social.parley.mastodon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.http.Rendered;
import social.parley.posts.Permission;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * Puts a Status together from its rendered parts. What takes few values is kept as it is written,
 * each with the comma before it, since these small members are most of the work.
 */
final class StatusWriter extends ValueSerializer<StatusJson> {
  private static final SerializedString ID = new SerializedString("id");
  private static final SerializedString ACCOUNT = raw(",'account':");
  private static final SerializedString COMMUNITY = raw(",'community':");
  private static final SerializedString NO_COMMUNITY = raw(",'community':null");
  private static final SerializedString END = raw("}");
  private static final SerializedString PLEROMA = raw(",'pleroma':{'thread_muted':false");
  private static final SerializedString PLEROMA_MUTED = raw(",'pleroma':{'thread_muted':true");
  private static final SerializedString FRIENDICA = raw(",'friendica':{'disliked':false");
  private static final SerializedString FRIENDICA_DISLIKED = raw(",'friendica':{'disliked':true");
  private static final SerializedString EVENT = new SerializedString("event");
  private static final SerializedString PINNED = raw(",'pinned':true");
  private static final SerializedString NOT_PINNED = raw(",'pinned':false");

  private static final long MOST_BYTES = 24 << 20;

  /** About what a status refers to is as long as what it is written as. */
  private static final int TIMES = 2;

  private static final int AROUND = 800;

  /** Statuses that are the same are written the same; they are, for most who read a post. */
  private static final Cache<StatusJson, Rendered> WHOLE =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .expireAfterWrite(StatusRendering.KEPT)
          .executor(Runnable::run)
          .weigher((StatusJson _, Rendered whole) -> AROUND + TIMES * whole.size())
          .build();

  private static final Member REBLOG = new Member("reblog", "null");
  private static final Member QUOTE = new Member("quote", "null");
  private static final Member POLL = new Member("poll", "null");
  private static final Member TAGGED = new Member("tagged_collections", "[]");
  private static final Member REACTIONS = new Member("emoji_reactions", "[]");
  private static final Member FILTERED = new Member("filtered", "[]");

  /** What a reader has done, by {@link StatusJson.Own#deeds}. */
  private static final SerializedString[] DEEDS = deeds();

  private static final SerializedString[] APPROVALS = approvals();

  /** Something that is mostly not there. */
  private record Member(SerializedString name, SerializedString absent) {
    Member(String name, String absent) {
      this(new SerializedString(name), raw(",'" + name + "':" + absent));
    }

    void write(@Nullable Object value, JsonGenerator out, SerializationContext context) {
      if (value == null || (value instanceof List<?> list && list.isEmpty())) out.writeRaw(absent);
      else {
        out.writeName(name);
        context.writeValue(out, value);
      }
    }
  }

  @Override
  public void serialize(StatusJson status, JsonGenerator out, SerializationContext context) {
    if (!status.isCommon()) {
      write(status, out, context);
      return;
    }
    // Not in one step, as others may be in it.
    Rendered whole = WHOLE.getIfPresent(status);
    if (whole == null) {
      whole = Rendered.written(piece -> write(status, piece, context));
      WHOLE.put(status, whole);
    }
    whole.begin(out);
  }

  private static void write(StatusJson status, JsonGenerator out, SerializationContext context) {
    before(status, out, context);
    if (status.own() != null) write(status.own(), out, context);
    after(status, out, context);
  }

  private static void before(StatusJson status, JsonGenerator out, SerializationContext context) {
    StatusCommon common = status.common();
    out.writeStartObject();
    out.writeName(ID);
    out.writeString(status.id());
    common.members().writeTo(out);
    out.writeRaw(ACCOUNT);
    status.account().writeTo(out);
    if (status.community() == null) out.writeRaw(NO_COMMUNITY);
    else {
      out.writeRaw(COMMUNITY);
      status.community().writeTo(out);
    }
    REBLOG.write(status.reblog(), out, context);
    QUOTE.write(status.quote(), out, context);
    POLL.write(status.poll(), out, context);
    TAGGED.write(status.tagged(), out, context);
    REACTIONS.write(status.reactions(), out, context);
    out.writeRaw(APPROVALS[status.quotePermission().ordinal()]);
    common.approval().writeTo(out);
    out.writeRaw(END);
  }

  private static void after(StatusJson status, JsonGenerator out, SerializationContext context) {
    StatusCommon common = status.common();
    out.writeRaw(status.own() != null && status.own().muted() ? PLEROMA_MUTED : PLEROMA);
    common.pleroma().writeTo(out);
    REACTIONS.write(status.reactions(), out, context);
    if (common.event() != null) writeEvent(common.event(), status.own(), out);
    out.writeRaw(END);
    out.writeRaw(status.own() != null && status.own().disliked() ? FRIENDICA_DISLIKED : FRIENDICA);
    common.friendica().writeTo(out);
    out.writeRaw(END);
    out.writeEndObject();
  }

  private static void writeEvent(Rendered event, StatusJson.@Nullable Own own, JsonGenerator out) {
    out.writeName(EVENT);
    out.writeStartObject();
    out.writeStringProperty("join_state", own == null ? null : own.joinState());
    event.writeTo(out);
    out.writeEndObject();
  }

  private static void write(StatusJson.Own own, JsonGenerator out, SerializationContext context) {
    out.writeRaw(DEEDS[own.deeds()]);
    FILTERED.write(own.filtered(), out, context);
    if (own.pinned() != null) out.writeRaw(own.pinned() ? PINNED : NOT_PINNED);
  }

  private static SerializedString[] deeds() {
    SerializedString[] deeds = new SerializedString[16];
    for (int i = 0; i < deeds.length; i++)
      deeds[i] =
          raw(
              ",'favourited':%b,'reblogged':%b,'muted':%b,'bookmarked':%b"
                  .formatted((i & 1) != 0, (i & 2) != 0, (i & 4) != 0, (i & 8) != 0));
    return deeds;
  }

  private static SerializedString[] approvals() {
    Permission[] permissions = Permission.values();
    SerializedString[] approvals = new SerializedString[permissions.length];
    for (Permission one : permissions)
      approvals[one.ordinal()] =
          raw(",'quote_approval':{'current_user':'" + QuotePolicies.word(one) + "'");
    return approvals;
  }

  private static SerializedString raw(String json) {
    return new SerializedString(json.replace('\'', '"'));
  }
}
