package social.parley.mastodon.timelines;

import java.util.Locale;
import social.parley.lists.PersonalList;

/** The List entity. */
record ListJson(String id, String title, String repliesPolicy, boolean exclusive) {
  static ListJson of(PersonalList list) {
    return new ListJson(
        list.id().toString(),
        list.title(),
        list.replies().name().toLowerCase(Locale.ROOT),
        list.exclusive());
  }
}
