package social.parley.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import social.parley.core.Iri;

/** Holds the compiled classes and the source files against ARCHITECTURE.md and the house rules. */
class ArchitectureTest {
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final String ROOT_PACKAGE = "social/parley/";
  private static final Pattern BANNED =
      Pattern.compile(
          "(?:^Abstract|(?:Manager|Helper|Helpers|Util|Utils|Impl|Base|Service|Processor|Data|Info)$)");
  private static final Pattern REFERENCE = Pattern.compile("L?(social/parley/[\\w/$]+)");
  private static final String GENERATED = "social/parley/web/templates/";

  @Test
  void picturedPackagesAreExactlyThoseThatExist() throws Exception {
    Set<String> actual = new TreeSet<>();
    for (ClassModel model : classes()) actual.add(packageOf(model.thisClass().asInternalName()));
    assertThat(picture().keySet()).containsAll(actual);
    assertThat(actual).containsAll(picture().keySet());
  }

  @Test
  void everyDependencyIsInThePicture() throws Exception {
    Map<String, Set<String>> picture = picture();
    Set<String> wrong = new TreeSet<>();
    for (ClassModel model : classes()) {
      String from = packageOf(model.thisClass().asInternalName());
      for (String target : references(model)) {
        String to = packageOf(target);
        if (!to.equals(from) && !picture.get(from).contains(to))
          wrong.add(model.thisClass().asInternalName() + " -> " + target);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void thePictureHasNoCycle() throws Exception {
    Set<String> seen = new HashSet<>();
    for (Map.Entry<String, Set<String>> line : picture().entrySet()) {
      assertThat(seen)
          .as("what %s uses stands above it", line.getKey())
          .containsAll(line.getValue());
      seen.add(line.getKey());
    }
  }

  @Test
  void namesSayWhatThingsAre() throws Exception {
    assertThat(
            classes().stream()
                .map(model -> model.thisClass().asInternalName())
                .filter(name -> !name.startsWith(GENERATED))
                .map(name ->
                    name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('$')) + 1))
                .filter(name -> BANNED.matcher(name).find()))
        .isEmpty();
  }

  @Test
  void everyPackageIsNullMarkedAndSaysWhatItIs() throws Exception {
    Set<String> marked = new TreeSet<>();
    Set<String> all = new TreeSet<>();
    for (ClassModel model : classes()) {
      String name = model.thisClass().asInternalName();
      if (name.startsWith(GENERATED)) continue;
      String folder = name.substring(0, name.lastIndexOf('/'));
      all.add(folder);
      if (name.endsWith("/package-info") && isNullMarked(model)) marked.add(folder);
    }
    assertThat(marked).isEqualTo(all);
    for (String folder : all)
      assertThat(
              Files.readString(
                  ROOT.resolve("src/main/java").resolve(folder + "/package-info.java")))
          .as(folder)
          .startsWith("/**");
  }

  @Test
  void filesHaveOneSubject() throws Exception {
    List<String> long_ = new ArrayList<>();
    long_.addAll(longerThan("src/main", 400));
    long_.addAll(longerThan("src/test", 400));
    assertThat(long_).isEmpty();
  }

  @Test
  void publicTypesSayWhatTheyAre() throws Exception {
    List<String> silent = new ArrayList<>();
    Pattern declared =
        Pattern.compile(
            "\\n((?:@[\\w.]+(?:\\([^)]*\\))?\\s*)*)public (?:(?:abstract|final|sealed|non-sealed)"
                + " )*(?:class|interface|record|enum) (\\w+)");
    for (Path file : sources("src/main/java")) {
      String source = Files.readString(file);
      var matcher = declared.matcher(source);
      if (matcher.find() && !source.substring(0, matcher.start()).stripTrailing().endsWith("*/"))
        silent.add(file.getFileName() + ": " + matcher.group(2));
    }
    assertThat(silent).isEmpty();
  }

  private static boolean isNullMarked(ClassModel model) {
    return model.attributes().stream()
        .filter(RuntimeVisibleAnnotationsAttribute.class::isInstance)
        .map(RuntimeVisibleAnnotationsAttribute.class::cast)
        .flatMap(attribute -> attribute.annotations().stream())
        .anyMatch(a -> a.className().stringValue().equals("Lorg/jspecify/annotations/NullMarked;"));
  }

  private static Set<String> references(ClassModel model) {
    Set<String> found = new HashSet<>();
    model
        .constantPool()
        .forEach(entry -> {
          String text =
              switch (entry) {
                case ClassEntry type -> type.asInternalName();
                // Descriptors and signatures: types that a class only mentions.
                case Utf8Entry utf8 when utf8.stringValue().contains("Lsocial/parley/") ->
                    utf8.stringValue();
                default -> "";
              };
          var matcher = REFERENCE.matcher(text);
          while (matcher.find()) found.add(matcher.group(1));
        });
    return found;
  }

  private static String packageOf(String internalName) {
    String rest = internalName.substring(ROOT_PACKAGE.length());
    int slash = rest.indexOf('/');
    return slash < 0 ? "(root)" : rest.substring(0, slash);
  }

  private static Map<String, Set<String>> picture() throws IOException {
    String page = Files.readString(ROOT.resolve("ARCHITECTURE.md"));
    int start = page.indexOf("```picture\n") + "```picture\n".length();
    Map<String, Set<String>> lines = new LinkedHashMap<>();
    for (String line : page.substring(start, page.indexOf("```", start)).strip().split("\n")) {
      String[] sides = line.split("->", 2);
      Set<String> may =
          sides[1].strip().equals("*")
              ? Set.copyOf(lines.keySet())
              : Stream.of(sides[1].strip().split("\\s+"))
                  .filter(word -> !word.isEmpty())
                  .collect(Collectors.toSet());
      lines.put(sides[0].strip(), may);
    }
    return lines;
  }

  private static List<ClassModel> classes() throws IOException, URISyntaxException {
    Path folder = Path.of(Iri.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Map<Path, ClassModel> models = new HashMap<>();
    try (Stream<Path> files = Files.walk(folder.resolve(ROOT_PACKAGE))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList())
        models.put(file, ClassFile.of().parse(file));
    }
    return List.copyOf(models.values());
  }

  private static List<Path> sources(String under) throws IOException {
    Path folder = ROOT.resolve(under);
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(path -> path.toString().matches(".*\\.(java|jte|sql|css|js)$")).toList();
    }
  }

  private static List<String> longerThan(String under, int limit) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : sources(under)) {
      long lines = Files.readString(file).lines().count();
      if (lines > limit) found.add(ROOT.relativize(file) + ": " + lines);
    }
    return found;
  }
}
