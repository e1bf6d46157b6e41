package social.parley.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import social.parley.core.MediaId;
import social.parley.core.PostId;
import social.parley.drafts.DraftContent;
import social.parley.drafts.DraftPoll;
import social.parley.http.Parameters;
import social.parley.web.ComposerView.PollForm;

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
        files.stream().map(MediaId::value).toList(),
        poll(WrittenForm.pollForm(given)),
        options.at().isBlank() ? null : options.at());
  }

  /** What stands in a form that nobody has sent. */
  static DraftContent content(ComposerView form) {
    List<String> texts = new ArrayList<>(List.of(form.text()));
    texts.addAll(form.more());
    ComposerView.Options options = form.options();
    return new DraftContent(
        texts,
        form.warning(),
        form.markdown(),
        form.sensitive(),
        form.language(),
        word(form.reach()),
        word(options.answers()),
        word(options.quotes()),
        id(form.answered() == null ? null : form.answered().id()),
        id(form.quoted() == null ? null : form.quoted().id()),
        form.media().stream().map(file -> file.id().value()).toList(),
        poll(form.poll()),
        options.at().isBlank() ? null : options.at());
  }

  private static @Nullable DraftPoll poll(PollForm form) {
    return form.isFilled() ? new DraftPoll(form.options(), form.multiple(), form.seconds()) : null;
  }

  static PollForm poll(@Nullable DraftPoll poll) {
    return poll == null
        ? PollForm.NONE
        : new PollForm(poll.options(), poll.multiple(), poll.seconds());
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Long id(@Nullable PostId post) {
    return post == null ? null : post.value();
  }
}
