package social.parley.filters;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.media.MediaFile;
import social.parley.posts.Poll;
import social.parley.posts.Post;
import social.parley.text.PlainText;

/** Everything there is to read in a post, as one text. */
public final class PostWords {
  private PostWords() {}

  public static String of(Post post, @Nullable Poll poll, List<MediaFile> media) {
    StringBuilder words = new StringBuilder(post.warning());
    add(words, PlainText.of(post.html()));
    if (poll != null) poll.options().forEach(option -> add(words, option.title()));
    media.forEach(file -> add(words, file.description()));
    return words.toString();
  }

  private static void add(StringBuilder words, String more) {
    // Apart, so that no phrase is found that begins in one and ends in the next.
    if (!more.isEmpty()) words.append("\n\n").append(more);
  }
}
