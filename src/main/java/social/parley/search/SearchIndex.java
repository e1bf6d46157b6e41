package social.parley.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.core.Refused;

/** The index in its folder, open for writing; it knows how far in the log it has come. */
final class SearchIndex implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SearchIndex.class);
  private static final String POSITION = "position";
  private static final double BUFFER_MEGABYTES = 16;

  /**
   * The newest post first, so that a page of a common word is found without looking at the rest.
   */
  static final Sort ORDER = new Sort(new SortField(Field.ID, SortField.Type.LONG, true));

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private volatile OptionalLong position;

  private SearchIndex(Directory directory, IndexWriter writer) throws IOException {
    this.directory = directory;
    this.writer = writer;
    this.searchers = new SearcherManager(writer, null);
    long from = -1;
    if (writer.getLiveCommitData() != null)
      for (Map.Entry<String, String> one : writer.getLiveCommitData())
        if (one.getKey().equals(POSITION)) from = Long.parseLong(one.getValue());
    position = from < 0 ? OptionalLong.empty() : OptionalLong.of(from);
  }

  /** Whether there is one, as far as names of files tell. */
  static boolean isIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("segments_"));
    } catch (IOException none) {
      return false;
    }
  }

  /** Opens the index, or begins a new one where there is none that can be read. */
  static SearchIndex open(Path folder) {
    try {
      Files.createDirectories(folder);
      Directory directory = FSDirectory.open(folder);
      try {
        return new SearchIndex(directory, writer(directory));
      } catch (CorruptIndexException
          | IndexFormatTooOldException
          | IndexFormatTooNewException
          | EOFException
          | FileNotFoundException
          | NoSuchFileException unreadable) {
        log.warn("the search index is made anew reason={}", unreadable.getMessage());
        for (String file : directory.listAll())
          if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) directory.deleteFile(file);
        return new SearchIndex(directory, writer(directory));
      }
    } catch (LockObtainFailedException used) {
      throw new Refused.Unavailable("Another process uses the search index");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static IndexWriter writer(Directory directory) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(Texts.forIndex())
            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
            .setIndexSort(ORDER)
            .setCommitOnClose(true);
    return new IndexWriter(directory, config);
  }

  /** The last line of the log that is in the index; none when it is empty. */
  OptionalLong position() {
    return position;
  }

  void position(long line) {
    position = OptionalLong.of(line);
    writer.setLiveCommitData(Map.of(POSITION, Long.toString(line)).entrySet());
  }

  void put(String key, Document document) {
    change(() -> writer.updateDocument(new Term(Field.KEY, key), document));
  }

  void remove(String key) {
    change(() -> writer.deleteDocuments(new Term(Field.KEY, key)));
  }

  /** Leaves nothing in it, and nothing known of how far it had come. */
  void clear() {
    change(writer::deleteAll);
    position = OptionalLong.empty();
    writer.setLiveCommitData(Map.<String, String>of().entrySet());
  }

  /** Makes everything up to the position durable. */
  void commit() {
    change(writer::commit);
  }

  private interface Change {
    void run() throws IOException;
  }

  private static void change(Change change) {
    try {
      change.run();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** What is looked for in the index. */
  interface Finding<T> {
    T at(IndexSearcher searcher) throws IOException;
  }

  /** Looks something up in the index as it is now. */
  <T> T search(Finding<T> finding) {
    try {
      searchers.maybeRefreshBlocking();
      IndexSearcher searcher = searchers.acquire();
      try {
        return finding.at(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    change(() -> {
      searchers.close();
      writer.close();
      directory.close();
    });
  }
}
