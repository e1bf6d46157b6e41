package social.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
  @TempDir Path folder;

  private static Migrations of(String... sql) {
    Migrations.Migration[] all = new Migrations.Migration[sql.length];
    for (int i = 0; i < all.length; i++) all[i] = new Migrations.Migration("m" + i, sql[i]);
    return new Migrations(List.of(all));
  }

  @Test
  void bothDatabasesGetTheSameTables() {
    try (Database sqlite = Databases.sqlite(folder);
        Database postgres = Databases.postgres()) {
      assertThat(Schema.of(sqlite).facts())
          .isNotEmpty()
          .containsExactlyElementsOf(Schema.of(postgres).facts());
    }
  }

  @Test
  void aNumericKeyIsTheRowItselfInSqlite() {
    try (Database sqlite = Databases.sqlite(folder)) {
      List<String> wasteful =
          sqlite.read(db ->
              db.query(
                      """
                      SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) p
                      WHERE m.type = 'table' AND p.pk = 1 AND p.type = 'BIGINT'
                        AND (SELECT count(*) FROM pragma_table_info(m.name) WHERE pk > 0) = 1\
                      """)
                  .mapTo(String.class)
                  .list());
      assertThat(wasteful).as("tables whose key should be ${id}").isEmpty();
    }
  }

  @Test
  void statementsEndWithASemicolonAtALinesEnd() {
    var migration =
        new Migrations.Migration(
            "m", "-- a comment;\nCREATE TABLE a (b TEXT DEFAULT 'x;y');\n\nDROP TABLE a;\n");
    assertThat(migration.statements(Dialect.SQLITE))
        .map(String::strip)
        .containsExactly("CREATE TABLE a (b TEXT DEFAULT 'x;y')", "DROP TABLE a");
  }

  @Test
  void appliedOnceAndCompletelyOrNotAtAll() {
    try (Database database = Databases.bareSqlite(folder)) {
      Migrations first = of("CREATE TABLE a (b TEXT);");
      first.apply(database, Clock.systemUTC());
      first.apply(database, Clock.systemUTC());
      Migrations broken = of("CREATE TABLE a (b TEXT);", "CREATE TABLE c (d TEXT);\nNONSENSE;");
      assertThatThrownBy(() -> broken.apply(database, Clock.systemUTC()))
          .isInstanceOf(RuntimeException.class);
      of("CREATE TABLE a (b TEXT);", "CREATE TABLE c (d TEXT);").apply(database, Clock.systemUTC());
    }
  }

  @Test
  void whatHasBeenAppliedMustStayAsItWas() {
    try (Database database = Databases.bareSqlite(folder)) {
      of("CREATE TABLE a (b TEXT);", "CREATE TABLE c (d TEXT);").apply(database, Clock.systemUTC());
      assertThatThrownBy(() -> of("CREATE TABLE x (b TEXT);").apply(database, Clock.systemUTC()))
          .hasMessageContaining("m0 has changed");
      assertThatThrownBy(() -> of("CREATE TABLE a (b TEXT);").apply(database, Clock.systemUTC()))
          .hasMessageContaining("newer version");
    }
  }
}
