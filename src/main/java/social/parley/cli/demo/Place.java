package social.parley.cli.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One community as its file describes it: what it says of itself, who lives there, what they say.
 */
record Place(
    String name,
    String summary,
    String color,
    List<String> rules,
    List<Person> people,
    List<Said> posts) {

  /** Somebody who lives there; a picture of them unless {@code avatar} names something else. */
  record Person(
      String name,
      String display,
      @Nullable String look,
      @Nullable String role,
      boolean bot,
      boolean locked,
      @Nullable Motif avatar,
      Motif header,
      String bio,
      @Nullable List<List<String>> fields) {

    /** The avatar as a file. */
    byte[] face() {
      return avatar == null
          ? Motif.portrait(name, look == null ? Set.of() : Set.of(look.split(" ")), 256)
          : avatar.paint(name, 256, 256);
    }
  }

  /**
   * A post or a reply. {@code by} is a name, with {@code @place} if from elsewhere; {@code ago} and
   * {@code after} are spans such as {@code 3h20m}, before the end of the story or after the post
   * that is answered.
   */
  record Said(
      String by,
      @Nullable String ago,
      @Nullable String after,
      String text,
      boolean markdown,
      boolean pin,
      @Nullable String warning,
      @Nullable String language,
      @Nullable String reach,
      @Nullable Picture picture,
      @Nullable Poll poll,
      int likes,
      @Nullable List<String> boosts,
      @JsonProperty("replies") @Nullable List<Said> replies) {}

  record Picture(Motif kind, String alt) {}

  /** A poll and how many people choose each option. */
  record Poll(List<String> options, List<Integer> votes, int days, boolean multiple) {}
}
