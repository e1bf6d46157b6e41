package social.parley.mastodon;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Puts a Status together from its rendered parts. */
final class StatusWriter extends ValueSerializer<StatusJson> {
  private static final SerializedString EMPTY = new SerializedString("[]");
  private static final SerializedString ID = new SerializedString("id");
  private static final SerializedString ACCOUNT = new SerializedString("account");
  private static final SerializedString REBLOG = new SerializedString("reblog");
  private static final SerializedString QUOTE = new SerializedString("quote");
  private static final SerializedString POLL = new SerializedString("poll");
  private static final SerializedString APPROVAL = new SerializedString("quote_approval");
  private static final SerializedString FAVOURITED = new SerializedString("favourited");
  private static final SerializedString REBLOGGED = new SerializedString("reblogged");
  private static final SerializedString MUTED = new SerializedString("muted");
  private static final SerializedString BOOKMARKED = new SerializedString("bookmarked");
  private static final SerializedString FILTERED = new SerializedString("filtered");
  private static final SerializedString PINNED = new SerializedString("pinned");

  private static final SerializedString REACTIONS = new SerializedString("emoji_reactions");
  private static final SerializedString PLEROMA = new SerializedString("pleroma");
  private static final SerializedString LOCAL = new SerializedString("local");
  private static final SerializedString THREAD_MUTED = new SerializedString("thread_muted");

  @Override
  public void serialize(StatusJson status, JsonGenerator out, SerializationContext context) {
    out.writeStartObject();
    out.writeName(ID);
    out.writeString(status.id());
    status.common().members().writeTo(out);
    out.writeName(ACCOUNT);
    out.writeRawValue(status.account());
    write(REBLOG, status.reblog(), out, context);
    write(QUOTE, status.quote(), out, context);
    write(POLL, status.poll(), out, context);
    write(REACTIONS, status.reactions(), out, context);
    write(APPROVAL, status.approval(), out, context);
    if (status.own() != null) write(status.own(), out, context);
    pleroma(status, out, context);
    out.writeEndObject();
  }

  private static void pleroma(StatusJson status, JsonGenerator out, SerializationContext context) {
    out.writeName(PLEROMA);
    out.writeStartObject();
    write(LOCAL, status.common().local(), out);
    status.common().pleroma().writeTo(out);
    write(REACTIONS, status.reactions(), out, context);
    if (status.own() != null) write(THREAD_MUTED, status.own().muted(), out);
    out.writeEndObject();
  }

  private static void write(StatusJson.Own own, JsonGenerator out, SerializationContext context) {
    write(FAVOURITED, own.favourited(), out);
    write(REBLOGGED, own.reblogged(), out);
    write(MUTED, own.muted(), out);
    write(BOOKMARKED, own.bookmarked(), out);
    write(FILTERED, own.filtered(), out, context);
    if (own.pinned() != null) write(PINNED, own.pinned(), out);
  }

  private static void write(SerializedString name, boolean value, JsonGenerator out) {
    out.writeName(name);
    out.writeBoolean(value);
  }

  private static void write(
      SerializedString name,
      @Nullable Object value,
      JsonGenerator out,
      SerializationContext context) {
    out.writeName(name);
    if (value == null) out.writeNull();
    else if (value instanceof List<?> list && list.isEmpty()) out.writeRawValue(EMPTY);
    else context.writeValue(out, value);
  }
}
