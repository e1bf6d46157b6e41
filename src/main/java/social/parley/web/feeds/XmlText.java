package social.parley.web.feeds;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** An XML document that is written from its start to its end. */
final class XmlText {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter writer;

  /** What may throw as the writer does, into memory, where nothing fails. */
  private interface Step {
    void run() throws XMLStreamException;
  }

  private XmlText() {
    try {
      writer =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static XmlText start() {
    XmlText text = new XmlText();
    text.step(() -> text.writer.writeStartDocument("UTF-8", "1.0"));
    return text;
  }

  private void step(Step step) {
    try {
      step.run();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Opens an element; names and values of attributes in turn. */
  XmlText open(String name, String... attributes) {
    step(() -> {
      writer.writeStartElement(name);
      attributes(attributes);
    });
    return this;
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2)
      writer.writeAttribute(attributes[i], legal(attributes[i + 1]));
  }

  XmlText close() {
    step(writer::writeEndElement);
    return this;
  }

  /** An element with nothing in it. */
  XmlText empty(String name, String... attributes) {
    step(() -> {
      writer.writeEmptyElement(name);
      attributes(attributes);
    });
    return this;
  }

  /** An element with a text; nothing when there is none. */
  XmlText text(String name, @Nullable String text, String... attributes) {
    if (text == null || text.isEmpty()) return this;
    open(name, attributes);
    step(() -> writer.writeCharacters(legal(text)));
    return close();
  }

  /** Some characters may not stand in XML in any way. */
  private static String legal(String text) {
    return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
  }

  byte[] end() {
    step(writer::writeEndDocument);
    step(writer::flush);
    return bytes.toByteArray();
  }
}
