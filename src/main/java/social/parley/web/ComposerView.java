package social.parley.web;

import static social.parley.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.DefaultQuotes;
import social.parley.core.PostId;
import social.parley.posts.Reach;

/** The form in which posts are written; {@code edited} is the post that it changes, if any. */
public record ComposerView(
    @Nullable PostId edited,
    @Nullable PostView answered,
    @Nullable PostView quoted,
    String text,
    List<String> more,
    boolean markdown,
    String warning,
    boolean sensitive,
    String language,
    Reach reach,
    List<MediaView> media,
    PollForm poll,
    Options options,
    Choices choices,
    Names names,
    @Nullable String problem,
    boolean expanded) {

  /** How many posts can be written after the first one, to be published with it. */
  public static final int MOST_MORE = 10;

  /** The key that keeps it from being published twice, and the name its draft is kept under. */
  public record Names(String key, String draft) {
    static final Names NONE = new Names("", "");
  }

  /** Who may answer and quote, and when it is to be published. */
  public record Options(Answerers answers, DefaultQuotes quotes, String at) {

    /** Whether there is anything to show of them at once. */
    public boolean areOpen() {
      return !at.isEmpty() || answers != Answerers.EVERYBODY;
    }
  }

  /** The poll as it was filled in. */
  public record PollForm(List<String> options, boolean multiple, long seconds) {
    public static final PollForm NONE = new PollForm(List.of("", ""), false, 86_400);

    public boolean isFilled() {
      return options.stream().anyMatch(option -> !option.isBlank());
    }

    public String option(int position) {
      return position < options.size() ? options.get(position) : "";
    }
  }

  /** What one may choose from, and how much. */
  public record Choices(
      int characters, int files, int options, List<Language> languages, List<Lasting> lasting) {}

  /** A language by its tag and its own name. */
  public record Language(String tag, String name) {}

  /** How long a poll runs. */
  public record Lasting(long seconds) {
    public String words() {
      if (seconds < 3600) return say("lasting.minutes", seconds / 60);
      return seconds < 86_400
          ? say("lasting.hours", seconds / 3600)
          : say("lasting.days", seconds / 86_400);
    }
  }

  ComposerView quoting(@Nullable PostView post) {
    return new ComposerView(
        edited, answered, post, text, more, markdown, warning, sensitive, language, reach, media,
        poll, options, choices, names, problem, expanded);
  }

  /** The same with room for one more post behind the others. */
  ComposerView longer() {
    if (more.size() >= MOST_MORE) return this;
    List<String> texts = new ArrayList<>(more);
    texts.add("");
    return new ComposerView(
        edited,
        answered,
        quoted,
        text,
        List.copyOf(texts),
        markdown,
        warning,
        sensitive,
        language,
        reach,
        media,
        poll,
        options,
        choices,
        names,
        problem,
        expanded);
  }

  /** What is left of it when the first posts are out: the text that failed and those behind it. */
  ComposerView from(int failed, PostView last) {
    return new ComposerView(
        null,
        last,
        null,
        more.get(failed),
        more.subList(failed + 1, more.size()),
        markdown,
        warning,
        sensitive,
        language,
        reach,
        List.of(),
        PollForm.NONE,
        options,
        choices,
        names,
        problem,
        expanded);
  }

  ComposerView warned(String words) {
    return new ComposerView(
        edited, answered, quoted, text, more, markdown, words, sensitive, language, reach, media,
        poll, options, choices, names, problem, expanded);
  }

  /** The same text to be published anew instead of changing the post it comes from. */
  ComposerView anew(@Nullable PostView parent, @Nullable PostView quote) {
    return new ComposerView(
        null, parent, quote, text, more, markdown, warning, sensitive, language, reach, media, poll,
        options, choices, names, problem, expanded);
  }

  /** The same form whenever it is opened. */
  ComposerView unnamed() {
    return new ComposerView(
        edited,
        answered,
        quoted,
        text,
        more,
        markdown,
        warning,
        sensitive,
        language,
        reach,
        media,
        poll,
        options,
        choices,
        Names.NONE,
        problem,
        expanded);
  }

  /** Under which name a browser keeps what has been typed. */
  public String draftName() {
    if (edited != null) return "edit-" + edited;
    if (answered != null) return "reply-" + answered.id();
    return quoted == null ? "post" : "quote-" + quoted.id();
  }

  public String action() {
    return edited == null ? "/compose" : "/posts/" + edited + "/edit";
  }

  public boolean mayGrow() {
    return edited == null && more.size() < MOST_MORE;
  }

  public boolean isReply() {
    return answered != null;
  }
}
