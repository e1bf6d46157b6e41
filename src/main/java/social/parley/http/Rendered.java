package social.parley.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;

/** JSON that has been written already and goes into answers as it is. */
@JsonSerialize(using = Rendered.Writer.class)
public final class Rendered implements SerializableString {
  private final byte[] utf8;

  private Rendered(byte[] utf8) {
    this.utf8 = utf8;
  }

  /** A value as {@code ctx.json} would write it. */
  public static Rendered of(Object value) {
    return new Rendered(JsonAnswers.MAPPER.writeValueAsBytes(value));
  }

  /**
   * The members of an object, each with a comma before it, to be written with {@link #writeTo} into
   * an object that has a member already.
   */
  public static Rendered members(Object value) {
    byte[] object = JsonAnswers.MAPPER.writeValueAsBytes(value);
    byte[] members = new byte[object.length - 1];
    System.arraycopy(object, 0, members, 0, members.length);
    members[0] = ',';
    return new Rendered(members);
  }

  /** What is written in several steps, each step by itself; all together they are one value. */
  @SafeVarargs
  public static List<Rendered> steps(Consumer<JsonGenerator>... steps) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<Rendered> parts = new ArrayList<>(steps.length);
    try (JsonGenerator out = JsonAnswers.MAPPER.createGenerator(bytes)) {
      for (Consumer<JsonGenerator> step : steps) {
        step.accept(out);
        out.flush();
        parts.add(new Rendered(bytes.toByteArray()));
        bytes.reset();
      }
    }
    return parts;
  }

  /** Writes it where the generator stands, as it is. */
  public void writeTo(JsonGenerator generator) {
    generator.writeRaw(this);
  }

  /** Begins a value with it, which goes on after it. */
  public void begin(JsonGenerator generator) {
    generator.writeRawValue(this);
  }

  /** In bytes. */
  public int size() {
    return utf8.length;
  }

  static final class Writer extends ValueSerializer<Rendered> {
    @Override
    public void serialize(Rendered value, JsonGenerator generator, SerializationContext context) {
      generator.writeRawValue(value);
    }
  }

  @Override
  public String getValue() {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  @Override
  public int charLength() {
    return getValue().length();
  }

  @Override
  public char[] asQuotedChars() {
    return getValue().toCharArray();
  }

  @Override
  public byte[] asUnquotedUTF8() {
    return utf8;
  }

  @Override
  public byte[] asQuotedUTF8() {
    return utf8;
  }

  @Override
  public int appendQuotedUTF8(byte[] buffer, int offset) {
    return appendUnquotedUTF8(buffer, offset);
  }

  @Override
  public int appendQuoted(char[] buffer, int offset) {
    return appendUnquoted(buffer, offset);
  }

  @Override
  public int appendUnquotedUTF8(byte[] buffer, int offset) {
    if (offset + utf8.length > buffer.length) return -1;
    System.arraycopy(utf8, 0, buffer, offset, utf8.length);
    return utf8.length;
  }

  @Override
  public int appendUnquoted(char[] buffer, int offset) {
    String text = getValue();
    if (offset + text.length() > buffer.length) return -1;
    text.getChars(0, text.length(), buffer, offset);
    return text.length();
  }

  @Override
  public int writeQuotedUTF8(OutputStream out) {
    return writeUnquotedUTF8(out);
  }

  @Override
  public int writeUnquotedUTF8(OutputStream out) {
    try {
      out.write(utf8);
      return utf8.length;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public int putQuotedUTF8(ByteBuffer buffer) {
    return putUnquotedUTF8(buffer);
  }

  @Override
  public int putUnquotedUTF8(ByteBuffer buffer) {
    if (utf8.length > buffer.remaining()) return -1;
    buffer.put(utf8);
    return utf8.length;
  }
}
