package social.parley.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A look into the database of a running server, from outside. */
final class Rows implements AutoCloseable {
  private final Connection connection;

  Rows(Path folder) {
    try {
      connection =
          DriverManager.getConnection(
              "jdbc:sqlite:file:" + folder.resolve("parley.db") + "?mode=ro");
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  long number(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  List<Long> numbers(String sql) {
    List<Long> numbers = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) numbers.add(row.getLong(1));
      return numbers;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Waits until a table is empty. */
  void awaitEmpty(String table) {
    try {
      while (number("SELECT EXISTS (SELECT 1 FROM " + table + ")") == 1) Thread.sleep(5);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
