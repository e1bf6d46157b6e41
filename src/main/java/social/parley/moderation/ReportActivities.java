package social.parley.moderation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.Envelope;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.core.Iri;
import social.parley.posts.Post;
import social.parley.text.PlainText;

/** Reports as they stand on the wire. */
final class ReportActivities {
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"']+");

  private static final int SHORTEST_COMMENT = 2;

  private ReportActivities() {}

  /** In the name of the server, so that nobody elsewhere learns who has reported. */
  static Activity.Flag flag(Iri id, Actor server, Actor target, List<Post> posts, String comment) {
    List<Ref> objects = new ArrayList<>();
    objects.add(Ref.of(target.iri()));
    for (Post post : posts) objects.add(Ref.of(post.iri()));
    return new Activity.Flag(
        Envelope.of(id, server.iri(), Audience.to(target.iri())).withContent(comment), objects);
  }

  /** The same of one video; its server takes no report without a word. */
  static Activity.Flag flag(Iri id, Actor server, Actor target, Post video, String comment) {
    String said = comment.length() < SHORTEST_COMMENT ? "A report" : comment;
    return new Activity.Flag(
        Envelope.of(id, server.iri(), Audience.to(target.iri())).withContent(said),
        List.of(Ref.of(video.iri())));
  }

  /** What a report is about: its objects, and what Misskey only writes down in the text. */
  static Set<Iri> named(Activity.Flag flag) {
    Set<Iri> named = new LinkedHashSet<>();
    for (Ref object : flag.objects()) if (object.iri() instanceof Iri iri) named.add(iri);
    Matcher addresses = ADDRESS.matcher(comment(flag));
    while (addresses.find()) Iri.parse(addresses.group()).ifPresent(named::add);
    return named;
  }

  /** What the reporter says, in plain text. */
  static String comment(Activity.Flag flag) {
    String content = flag.envelope().content();
    String said = content == null ? flag.envelope().summary() : content;
    if (said == null) return "";
    return said.contains("<") ? PlainText.of(said) : said.strip();
  }
}
