package social.parley.collections;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.parley.core.Refused;
import social.parley.core.Refused.Problem;
import social.parley.text.Hashtag;

/**
 * What a collection is to be from now on; null keeps what there is, an empty text takes it away.
 */
public record CollectionChange(
    @Nullable String name,
    @Nullable String description,
    @Nullable String language,
    @Nullable String tag,
    @Nullable Boolean sensitive,
    @Nullable Boolean discoverable) {
  private static final int NAME = 40;
  private static final int DESCRIPTION = 100;
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

  FeaturedCollection applyTo(FeaturedCollection before, Instant now) {
    FeaturedCollection after =
        new FeaturedCollection(
            before.id(),
            before.ownerId(),
            before.iri(),
            name == null ? before.name() : name.strip(),
            description == null ? before.description() : description.strip(),
            language == null ? before.language() : orNone(language.strip()),
            tag == null ? before.tag() : orNone(bare(tag.strip())),
            sensitive == null ? before.sensitive() : sensitive,
            discoverable == null ? before.discoverable() : discoverable,
            before.createdAt(),
            now);
    List<Problem> problems = problems(after);
    if (!problems.isEmpty()) throw new Refused.Invalid(problems);
    return after;
  }

  private static @Nullable String orNone(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String bare(String tag) {
    return Hashtag.normalise(tag);
  }

  private static List<Problem> problems(FeaturedCollection one) {
    List<Problem> problems = new ArrayList<>();
    if (one.name().isEmpty()) problems.add(new Problem("name", "ERR_BLANK", "can't be blank"));
    if (isLonger(one.name(), NAME)) problems.add(tooLong("name", NAME));
    if (isLonger(one.description(), DESCRIPTION)) problems.add(tooLong("description", DESCRIPTION));
    String language = one.language();
    if (language != null && !LANGUAGE.matcher(language).matches())
      problems.add(new Problem("language", "ERR_INCLUSION", "is not included in the list"));
    String tag = one.tag();
    if (tag != null && !Hashtag.isValid(tag))
      problems.add(new Problem("tag_name", "ERR_INVALID", "is not a valid hashtag"));
    return problems;
  }

  private static boolean isLonger(String text, int most) {
    return text.codePointCount(0, text.length()) > most;
  }

  private static Problem tooLong(String field, int most) {
    return new Problem(field, "ERR_TOO_LONG", "is too long (maximum is " + most + " characters)");
  }
}
