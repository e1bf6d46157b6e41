package social.parley.mastodon;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.http.Parameters;
import social.parley.http.UploadedFile;
import social.parley.profiles.ProfileChange;

/** Reads what clients want to change of a profile. */
public final class ProfileReader {
  private ProfileReader() {}

  public static ProfileChange change(Parameters given) {
    return new ProfileChange(
        given.text("display_name"),
        given.text("note"),
        given.has("fields_attributes") ? fields(given) : null,
        new ProfileChange.Choices(
            given.flag("locked"),
            given.flag("bot"),
            given.flag("discoverable"),
            given.flag("indexable"),
            given.flag("hide_collections"),
            given.flag("show_media"),
            given.flag("show_media_replies"),
            given.flag("show_featured")),
        picture(given, "avatar"),
        given.text("avatar_description"),
        picture(given, "header"),
        given.text("header_description"),
        given.has("attribution_domains") ? given.texts("attribution_domains") : null);
  }

  private static ProfileChange.@Nullable Picture picture(Parameters given, String name) {
    UploadedFile file = given.file(name);
    return file == null ? null : file::open;
  }

  private static List<ProfileChange.Row> fields(Parameters given) {
    return given.each("fields_attributes").stream()
        .map(row -> new ProfileChange.Row(row.text("name", ""), row.text("value", "")))
        .toList();
  }
}
