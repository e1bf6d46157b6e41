package social.parley.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a list of posts, and where it goes on. */
public record FeedView(List<PostView> posts, @Nullable String more) {}
