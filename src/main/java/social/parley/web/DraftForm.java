package social.parley.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import social.parley.core.MediaId;
import social.parley.core.PostId;
import social.parley.drafts.DraftContent;
import social.parley.http.Parameters;

/** The form in which posts are written, as it is kept until they are published. */
final class DraftForm {
  private DraftForm() {}

  static DraftContent content(Parameters given, List<MediaId> files, Visitor me) {
    List<String> texts = new ArrayList<>(List.of(WrittenForm.text(given)));
    texts.addAll(WrittenForm.more(given));
    ComposerView.Options options = WrittenForm.options(given);
    return new DraftContent(
        texts,
        WrittenForm.warning(given),
        given.flag("markdown", false),
        given.flag("sensitive", false),
        given.text("language", ""),
        word(WrittenForm.reach(given, me)),
        word(options.answers()),
        word(options.quotes()),
        id(WrittenForm.post(given, "in_reply_to")),
        id(WrittenForm.post(given, "quote")),
        files.stream().map(MediaId::value).toList());
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Long id(@Nullable PostId post) {
    return post == null ? null : post.value();
  }
}
