package social.parley.mastodon.notifications;

import org.jspecify.annotations.Nullable;
import social.parley.http.Rendered;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Puts a Notification together from its rendered parts; what is null is left out. */
final class NotificationWriter extends ValueSerializer<NotificationJson> {
  private static final SerializedString ID = new SerializedString("id");
  private static final SerializedString TYPE = new SerializedString("type");
  private static final SerializedString CREATED_AT = new SerializedString("created_at");
  private static final SerializedString GROUP_KEY = new SerializedString("group_key");
  private static final SerializedString ACCOUNT = new SerializedString("account");
  private static final SerializedString STATUS = new SerializedString("status");
  private static final SerializedString EMOJI = new SerializedString("emoji");
  private static final SerializedString EMOJI_URL = new SerializedString("emoji_url");
  private static final SerializedString FILTERED = new SerializedString("filtered");
  private static final SerializedString FALLBACK = new SerializedString("fallback");
  private static final SerializedString PLEROMA = new SerializedString("pleroma");

  @Override
  public void serialize(
      NotificationJson notification, JsonGenerator out, SerializationContext context) {
    out.writeStartObject();
    out.writeName(ID);
    out.writeString(notification.id());
    out.writeName(TYPE);
    out.writeString(notification.type());
    out.writeName(CREATED_AT);
    out.writeString(notification.createdAt());
    out.writeName(GROUP_KEY);
    out.writeString(notification.groupKey());
    out.writeName(ACCOUNT);
    notification.account().begin(out);
    write(STATUS, notification.status(), out, context);
    if (notification.subject() != SubjectJson.NONE)
      Rendered.writeMembers(notification.subject(), out);
    write(EMOJI, notification.emoji(), out, context);
    write(EMOJI_URL, notification.emojiUrl(), out, context);
    if (notification.filtered()) {
      out.writeName(FILTERED);
      out.writeBoolean(true);
    }
    write(FALLBACK, notification.fallback(), out, context);
    out.writeName(PLEROMA);
    (notification.seen() ? NotificationJson.SEEN : NotificationJson.UNSEEN).begin(out);
    out.writeEndObject();
  }

  private static void write(
      SerializedString name,
      @Nullable Object value,
      JsonGenerator out,
      SerializationContext context) {
    if (value == null) return;
    out.writeName(name);
    context.writeValue(out, value);
  }
}
