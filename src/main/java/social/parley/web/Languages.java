package social.parley.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import social.parley.web.ComposerView.Language;

/** The languages a post may be written in, this community's own first. */
final class Languages {
  private static final List<String> USUAL =
      List.of(
          "en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sv", "da", "nb", "fi", "hu", "ro",
          "el", "tr", "uk", "ru", "ar", "he", "fa", "hi", "bn", "th", "vi", "id", "zh", "ja", "ko",
          "ca", "eu", "gl", "cy", "ga", "eo");

  private Languages() {}

  /** The one that somebody writes in, and reads without help. */
  static String of(Visitor visitor) {
    String chosen = visitor.account().preferences().language();
    return chosen == null ? visitor.account().locale() : chosen;
  }

  /** A language by the name it has in English. */
  static String name(String tag) {
    String name = Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
    return name.isEmpty() ? tag : name;
  }

  static List<Language> of(List<String> own) {
    Set<String> tags = new LinkedHashSet<>(own);
    tags.addAll(USUAL);
    List<Language> languages = new ArrayList<>();
    for (String tag : tags) {
      Locale locale = Locale.forLanguageTag(tag);
      String name = locale.getDisplayName(locale);
      languages.add(
          new Language(
              tag,
              name.isEmpty() ? tag : name.substring(0, 1).toUpperCase(locale) + name.substring(1)));
    }
    return languages;
  }
}
