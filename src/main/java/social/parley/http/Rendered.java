package social.parley.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;

/** JSON that has been written already and goes into answers as it is. */
@JsonSerialize(using = Rendered.Writer.class)
public final class Rendered {
  private final Piece piece;

  private Rendered(byte[] utf8) {
    piece = new Piece(utf8);
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
    return new Rendered(bytes(value));
  }

  private static byte[] bytes(Object value) {
    byte[] object = JsonAnswers.MAPPER.writeValueAsBytes(value);
    byte[] members = Arrays.copyOf(object, object.length - 1);
    members[0] = ',';
    return members;
  }

  /** Writes the same of something that is in no other answer. */
  public static void writeMembers(Object value, JsonGenerator generator) {
    generator.writeRaw(new String(bytes(value), StandardCharsets.UTF_8));
  }

  /** A value that is written in steps. */
  public static Rendered written(Consumer<JsonGenerator> steps) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JsonAnswers.MAPPER.createGenerator(bytes)) {
      steps.accept(out);
    }
    return new Rendered(bytes.toByteArray());
  }

  /** Writes it where the generator stands, as it is. */
  public void writeTo(JsonGenerator generator) {
    generator.flush();
    Object target = generator.streamWriteOutputTarget();
    try {
      if (target instanceof AnswerBody answer) answer.write(piece);
      else if (target instanceof OutputStream out) out.write(piece.utf8());
      else generator.writeRaw(piece.text());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Writes it as the next value. */
  public void begin(JsonGenerator generator) {
    generator.writeRawValue("");
    writeTo(generator);
  }

  /** In bytes. */
  public int size() {
    return piece.size();
  }

  static final class Writer extends ValueSerializer<Rendered> {
    @Override
    public void serialize(Rendered value, JsonGenerator generator, SerializationContext context) {
      value.begin(generator);
    }
  }
}
