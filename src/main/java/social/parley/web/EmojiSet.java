package social.parley.web;

import static social.parley.words.Words.say;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import social.parley.emojis.Emojis;
import social.parley.emojis.OwnEmoji;

/** The emoji that people pick from: those of this server first, then characters by subject. */
public final class EmojiSet {
  private static final String FILE = "/social/parley/web/emoji.txt";
  private static final int MOST_FOUND = 8;

  private final Emojis own;
  private final EmojiText text;

  /** Read when they are first needed, since the names of all characters take room. */
  private static final class Characters {
    static final List<Group> ALL = characters();
  }

  EmojiSet(Emojis own, EmojiText text) {
    this.own = own;
    this.text = text;
  }

  /** Emoji of one subject. */
  public record Group(String name, List<Entry> entries) {}

  /** One emoji: what is sent for it, how it is drawn, and how it is called. */
  public record Entry(String name, String typed, Html sign, String label) {}

  /** All of them. */
  List<Group> groups() {
    Map<String, List<Entry>> custom = new LinkedHashMap<>();
    for (OwnEmoji emoji : own.all())
      if (emoji.listed() && !emoji.disabled())
        custom
            .computeIfAbsent(
                emoji.category().isEmpty() ? say("emoji.ours") : emoji.category(),
                _ -> new ArrayList<>())
            .add(entry(emoji));
    List<Group> all = new ArrayList<>();
    custom.forEach((name, entries) -> all.add(new Group(name, entries)));
    for (Group group : Characters.ALL)
      all.add(new Group(say("emoji." + group.name()), group.entries()));
    return all;
  }

  private Entry entry(OwnEmoji emoji) {
    String typed = ":" + emoji.shortcode() + ":";
    return new Entry(
        emoji.shortcode(), typed, text.of(typed, List.of(emoji.inText())), emoji.shortcode());
  }

  /** A few whose names have a word that begins like this, those that begin so themselves first. */
  List<Entry> find(String beginning) {
    String sought = beginning.toLowerCase(Locale.ROOT).replace('_', ' ');
    List<Entry> first = new ArrayList<>();
    List<Entry> others = new ArrayList<>();
    for (Group group : groups())
      for (Entry entry : group.entries()) {
        String label = entry.label().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (label.startsWith(sought)) first.add(entry);
        else if (label.contains(" " + sought)) others.add(entry);
      }
    first.addAll(others);
    return first.subList(0, Math.min(MOST_FOUND, first.size()));
  }

  private static List<Group> characters() {
    List<Group> groups = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (String line : read().split("\\R")) {
      if (line.startsWith("# ")) {
        entries = new ArrayList<>();
        groups.add(new Group(line.substring(2).toLowerCase(Locale.ROOT), entries));
      } else if (!line.isBlank())
        for (String one : line.strip().split(" "))
          entries.add(new Entry(one, one, Html.of(one), name(one)));
    }
    return List.copyOf(groups);
  }

  private static String name(String emoji) {
    String name = Character.getName(emoji.codePointAt(0));
    return name == null ? emoji : name.toLowerCase(Locale.ROOT);
  }

  private static String read() {
    try (InputStream in = EmojiSet.class.getResourceAsStream(FILE)) {
      if (in == null) throw new IllegalStateException("no " + FILE);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
