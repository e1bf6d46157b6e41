package social.parley.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.PostId;
import social.parley.posts.Reach;

/** The form in which posts are written; {@code edited} is the post that it changes, if any. */
public record ComposerView(
    @Nullable PostId edited,
    @Nullable PostView answered,
    String text,
    boolean markdown,
    String warning,
    boolean sensitive,
    String language,
    Reach reach,
    List<MediaView> media,
    PollForm poll,
    Choices choices,
    String key,
    @Nullable String problem,
    boolean expanded) {

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
  public record Lasting(long seconds, String words) {}

  public String action() {
    return edited == null ? "/compose" : "/posts/" + edited + "/edit";
  }

  public boolean isReply() {
    return answered != null;
  }
}
