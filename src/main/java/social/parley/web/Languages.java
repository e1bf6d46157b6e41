package social.parley.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import social.parley.web.ComposerView.Language;

/** The languages a post may be written in, this community's own first. */
final class Languages {
  /** With their own names: the JDK would read all it knows of each of them, and keep it. */
  private static final String USUAL =
      """
      en English
      de Deutsch
      fr Français
      es Español
      it Italiano
      pt Português
      nl Nederlands
      pl Polski
      cs Čeština
      sv Svenska
      da Dansk
      nb Norsk bokmål
      fi Suomi
      hu Magyar
      ro Română
      el Ελληνικά
      tr Türkçe
      uk Українська
      ru Русский
      ar العربية
      he עברית
      fa فارسی
      hi हिन्दी
      bn বাংলা
      th ไทย
      vi Tiếng Việt
      id Indonesia
      zh 中文
      ja 日本語
      ko 한국어
      ca Català
      eu Euskara
      gl Galego
      cy Cymraeg
      ga Gaeilge
      eo Esperanto
      """;

  private Languages() {}

  /** The one that somebody writes in, and reads without help. */
  static String of(Visitor visitor) {
    String chosen = visitor.account().preferences().language();
    return chosen == null ? visitor.account().locale() : chosen;
  }

  static List<Language> of(List<String> own) {
    Map<String, String> usual = new LinkedHashMap<>();
    for (String line : USUAL.lines().toList()) {
      String[] words = line.split(" ", 2);
      usual.put(words[0], words[1]);
    }
    Map<String, String> all = new LinkedHashMap<>();
    for (String tag : own) {
      String name = usual.get(tag);
      all.put(tag, name == null ? ownName(tag) : name);
    }
    usual.forEach(all::putIfAbsent);
    return all.entrySet().stream().map(one -> new Language(one.getKey(), one.getValue())).toList();
  }

  private static String ownName(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    String name = locale.getDisplayName(locale);
    return name.isEmpty() ? tag : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
  }
}
