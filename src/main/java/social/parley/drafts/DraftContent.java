package social.parley.drafts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a form for writing holds: the texts of one post or of several in a row, and the choices for
 * all of them in the words of the form; {@code at} is when it is to be published, if not at once.
 */
public record DraftContent(
    List<String> texts,
    String warning,
    boolean markdown,
    boolean sensitive,
    String language,
    String reach,
    String answers,
    String quotes,
    @Nullable Long answered,
    @Nullable Long quoted,
    List<Long> media,
    @Nullable DraftPoll poll,
    @Nullable String at) {
  public DraftContent {
    texts = List.copyOf(texts);
    media = List.copyOf(media);
  }

  /** What is left of it once the first texts are published, to answer the last of them. */
  public DraftContent after(int published, long last) {
    return new DraftContent(
        texts.subList(published, texts.size()),
        warning,
        markdown,
        sensitive,
        language,
        reach,
        answers,
        quotes,
        last,
        null,
        List.of(),
        null,
        null);
  }

  /** Whether there is nothing in it that would be missed. */
  public boolean isEmpty() {
    return media.isEmpty()
        && poll == null
        && quoted == null
        && warning.isBlank()
        && texts.stream().allMatch(String::isBlank);
  }
}
