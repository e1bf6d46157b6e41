package social.parley.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import tools.jackson.databind.JsonNode;

/** What a post holds beside its text; one record for each shape, kept in the details column. */
public sealed interface Content {
  /** A text and nothing else. */
  record Note() implements Content {}

  /** A text with a poll, which is loaded separately because its counts change. */
  record Question() implements Content {}

  /** Nothing of its own: it passes on another post. */
  record Boost() implements Content {}

  /** Something that is called by a title, and has a page of its own to be looked at. */
  sealed interface Titled extends Content {
    /** Plain text; empty for none. */
    String title();

    /** HTML; empty for none. */
    default String summary() {
      return "";
    }

    @Nullable Iri link();
  }

  /** A long text; the summary is HTML, the cover a picture. */
  record Article(String title, String summary, @Nullable Iri link, @Nullable Iri cover)
      implements Titled {
    public Article {
      title = orEmpty(title);
      summary = orEmpty(summary);
    }
  }

  /** What somebody submits to a community: a text, or something elsewhere that it shares. */
  record Page(String title, @Nullable Iri link, @Nullable Iri shared, @Nullable Iri cover)
      implements Titled {
    public Page {
      title = orEmpty(title);
    }

    /** A text under a title. */
    static Page of(String title) {
      return new Page(title, null, null, null);
    }
  }

  /** A film, in several sizes; live while it is being made. */
  record Video(
      String title,
      @Nullable Iri link,
      @Nullable Duration duration,
      boolean live,
      List<Version> versions,
      List<Captions> captions,
      @Nullable String licence,
      @Nullable String category,
      boolean closed)
      implements Titled {
    public Video {
      title = orEmpty(title);
      versions = orNone(versions);
      captions = orNone(captions);
    }
  }

  /** Music or speech; artist and album are empty where nobody is named. */
  record Audio(
      String title,
      String summary,
      @Nullable Iri link,
      @Nullable Duration duration,
      String artist,
      String album,
      List<Version> versions)
      implements Titled {
    public Audio {
      title = orEmpty(title);
      summary = orEmpty(summary);
      artist = orEmpty(artist);
      album = orEmpty(album);
      versions = orNone(versions);
    }
  }

  /** A picture with a page of its own. */
  record Image(String title, @Nullable Iri link) implements Titled {
    public Image {
      title = orEmpty(title);
    }
  }

  /** Something that takes place; {@code zone} is where its times are meant, if that is known. */
  record Event(
      String title,
      String summary,
      @Nullable Iri link,
      @Nullable Instant start,
      @Nullable Instant end,
      @Nullable String zone,
      @Nullable Place place,
      String status,
      String joining,
      @Nullable Long capacity,
      @Nullable Long participants)
      implements Titled {
    public Event {
      title = orEmpty(title);
      summary = orEmpty(summary);
      status = orEmpty(status);
      joining = orEmpty(joining);
    }
  }

  /** What somebody says of a book: a review, a comment, a rating or a passage from it. */
  record Book(
      String title,
      @Nullable Iri link,
      String form,
      @Nullable Iri book,
      String bookTitle,
      @Nullable Double rating,
      String passage)
      implements Titled {
    public Book {
      title = orEmpty(title);
      form = orEmpty(form);
      bookTitle = orEmpty(bookTitle);
      passage = orEmpty(passage);
    }
  }

  /** A file with a page of its own. */
  record Document(String title, @Nullable Iri link) implements Titled {
    public Document {
      title = orEmpty(title);
    }
  }

  /** A kind that has no record here; the document is kept until one exists. */
  record Unknown(String type, String title, @Nullable Iri link, JsonNode document)
      implements Titled {
    public Unknown {
      title = orEmpty(title);
      type = type == null ? "Object" : type;
    }
  }

  /** A file in which a film or piece of sound can be had; a playlist names others. */
  record Version(
      Iri url,
      String mediaType,
      @Nullable Integer width,
      @Nullable Integer height,
      @Nullable Long size) {}

  /** What is spoken, written down in a language. */
  record Captions(String language, Iri url) {}

  /** Where something takes place; the address is in one line, and may be one on the Web. */
  record Place(
      String name,
      String address,
      @Nullable Double latitude,
      @Nullable Double longitude,
      @Nullable Iri online) {}

  // Rows that were written before a field existed have nothing there.

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
