package social.parley.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a list of people, and where it goes on. */
public record PeopleView(List<Introductions.Introduced> people, @Nullable String more) {}
