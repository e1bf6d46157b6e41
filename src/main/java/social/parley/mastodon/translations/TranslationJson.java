package social.parley.mastodon.translations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Translation entity. */
record TranslationJson(
    String content,
    String spoilerText,
    String language,
    String detectedSourceLanguage,
    String provider,
    @Nullable Poll poll,
    List<File> mediaAttachments) {

  /** A poll with its answers translated. */
  record Poll(String id, List<Option> options) {}

  /** One answer. */
  record Option(String title) {}

  /** A file with its description translated. */
  record File(String id, String description) {}

  /** The form that Pleroma gave it. */
  record Plain(String text, String detectedLanguage) {}
}
