package social.parley.posts;

import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Attachment;
import social.parley.activitystreams.ImageDocument;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.ObjectKind;
import social.parley.core.Iri;
import social.parley.text.HtmlCleaner;
import social.parley.text.MentionResolver;
import social.parley.text.PlainText;
import social.parley.text.PostText;
import social.parley.text.TextFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** How foreign objects of every kind are shown: title, text and link, and what they are beside. */
record ForeignContent(String html, Content content) {
  private static final int LONGEST_TITLE = 500;
  private static final int LONGEST_DOCUMENT = 64 * 1024;
  private static final PostText PLAIN = new PostText("localhost", tag -> new Iri("about:blank"));

  /** What sort of post an object is; null when it is none. */
  static @Nullable PostKind kind(ObjectKind kind) {
    return switch (kind) {
      case NOTE, CHAT_MESSAGE -> PostKind.NOTE;
      case QUESTION -> PostKind.QUESTION;
      case ARTICLE -> PostKind.ARTICLE;
      case PAGE -> PostKind.PAGE;
      case VIDEO -> PostKind.VIDEO;
      case AUDIO, TRACK -> PostKind.AUDIO;
      case IMAGE -> PostKind.IMAGE;
      case EVENT -> PostKind.EVENT;
      case REVIEW, RATING, COMMENT, QUOTATION, GENERATED_NOTE -> PostKind.BOOK;
      case DOCUMENT -> PostKind.DOCUMENT;
      case OTHER, ALBUM -> PostKind.UNKNOWN;
      case STORY,
          ARTIST,
          LIBRARY,
          PLAYLIST,
          WORK,
          EDITION,
          AUTHOR,
          SHELF,
          BOOK_LIST,
          PLACE,
          PROFILE,
          RELATIONSHIP,
          LIKE_AUTHORIZATION,
          REPLY_AUTHORIZATION,
          ANNOUNCE_AUTHORIZATION,
          QUOTE_AUTHORIZATION,
          FEATURE_AUTHORIZATION ->
          null;
    };
  }

  static ForeignContent of(PostKind kind, ObjectDocument document) {
    String text = text(document.content(), document.mediaType());
    String title = title(document);
    Iri page = document.page();
    return switch (kind) {
      case NOTE, BOOST -> new ForeignContent(heading(title) + text, new Content.Note());
      case QUESTION -> {
        // Some put the question itself into the name.
        String question = PlainText.of(text).contains(title) ? "" : heading(title);
        yield new ForeignContent(question + text, new Content.Question());
      }
      case ARTICLE -> {
        String summary = cleaned(document.summary());
        yield titled(
            title,
            text.isBlank() ? summary : text,
            new Content.Article(title, summary, page, image(document)));
      }
      case PAGE -> page(title, text, document);
      case VIDEO -> titled(title, or(text, document), ForeignPlay.video(title, document));
      case AUDIO -> {
        String summary = cleaned(document.summary());
        yield titled(title, or(text, document), ForeignPlay.audio(title, summary, document));
      }
      case IMAGE -> titled(title, or(text, document), new Content.Image(title, page));
      case EVENT -> {
        Content.Event event = ForeignEvent.of(title, cleaned(document.summary()), document);
        yield titled(title, ForeignEvent.line(event, text) + or(text, document), event);
      }
      case BOOK -> {
        Content.Book book = ForeignBook.of(title, document);
        yield titled(title, ForeignBook.passage(book) + text + ForeignBook.link(book), book);
      }
      case DOCUMENT -> titled(title, or(text, document), new Content.Document(title, page));
      case UNKNOWN ->
          titled(
              title,
              or(text, document),
              new Content.Unknown(document.type(), title, page, kept(document.raw())));
    };
  }

  private static ForeignContent titled(String title, String shown, Content.Titled content) {
    return new ForeignContent(heading(title) + shown + link(content.link()), content);
  }

  /** Leads to what it shares, where that is something else; its own page has the status's link. */
  private static ForeignContent page(String title, String text, ObjectDocument document) {
    Iri page = document.page();
    Iri shared = shared(document);
    Content.Page content = new Content.Page(title, page, shared, image(document));
    if (shared == null) return titled(title, or(text, document), content);
    String name = title.isBlank() ? shared.value() : title;
    return new ForeignContent(
        HtmlCleaner.clean("<p><strong>" + anchor(shared, name) + "</strong></p>")
            + or(text, document),
        content);
  }

  /** A link among the attachments, else an address of its own on another server (Friendica). */
  private static @Nullable Iri shared(ObjectDocument document) {
    for (Attachment attachment : document.attachments())
      if (attachment.isLink() && attachment.url().isWeb()) return attachment.url();
    Iri page = document.page();
    Iri id = document.id();
    return page != null && id != null && !page.host().equals(id.host()) ? page : null;
  }

  /** The text, or the summary where there is none. */
  private static String or(String text, ObjectDocument document) {
    return text.isBlank() ? cleaned(document.summary()) : text;
  }

  private static String cleaned(@Nullable String html) {
    return html == null ? "" : HtmlCleaner.clean(html);
  }

  private static @Nullable Iri image(ObjectDocument document) {
    ImageDocument image = document.image() == null ? document.icon() : document.image();
    return image != null && image.url().isWeb() ? image.url() : null;
  }

  private static String text(@Nullable String content, @Nullable String mediaType) {
    if (content == null) return "";
    return switch (mediaType == null ? "text/html" : mediaType) {
      case "text/plain" -> PLAIN.render(content, TextFormat.PLAIN, MentionResolver.NOBODY).html();
      case "text/markdown" ->
          PLAIN.render(content, TextFormat.MARKDOWN, MentionResolver.NOBODY).html();
      default -> HtmlCleaner.clean(content);
    };
  }

  private static String title(ObjectDocument document) {
    String name = document.name();
    String title = name == null ? "" : PlainText.ofTitle(name);
    return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
  }

  static String heading(String title) {
    return title.isBlank()
        ? ""
        : HtmlCleaner.clean("<p><strong>" + escaped(title) + "</strong></p>");
  }

  private static String link(@Nullable Iri address) {
    return address == null
        ? ""
        : HtmlCleaner.clean("<p>" + anchor(address, address.value()) + "</p>");
  }

  static String anchor(Iri address, String text) {
    return "<a href=\"" + escaped(address.value()) + "\">" + escaped(text) + "</a>";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** The document for a later, better reading of it, unless it is huge. */
  private static JsonNode kept(JsonNode document) {
    return document.toString().length() > LONGEST_DOCUMENT
        ? JsonNodeFactory.instance.objectNode()
        : document;
  }
}
