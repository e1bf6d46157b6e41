package social.parley.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables that the migrations made, as the database itself describes them. */
final class Tables {
  private Tables() {}

  record Table(String name, List<Column> columns) {
    String columnList() {
      return String.join(", ", columns.stream().map(column -> quoted(column.name())).toList());
    }
  }

  record Column(String name, Kind kind) {}

  /** What a column holds, whichever database it is in. */
  enum Kind {
    WHOLE,
    FRACTION,
    TEXT,
    BOOLEAN,
    BYTES;

    static Kind of(String type) {
      return switch (type.toUpperCase(Locale.ROOT)) {
        case "BIGINT", "INTEGER" -> WHOLE;
        case "DOUBLE PRECISION", "REAL" -> FRACTION;
        case "TEXT" -> TEXT;
        case "BOOLEAN" -> BOOLEAN;
        case "BLOB", "BYTEA" -> BYTES;
        default -> throw new IllegalStateException("a column of type " + type);
      };
    }
  }

  private record Row(String tableName, String columnName, String dataType) {}

  /** All but the table of migrations itself. */
  static List<Table> of(Reading db) {
    String sql =
        switch (db.dialect()) {
          case SQLITE ->
              """
              SELECT m.name AS table_name, p.name AS column_name, p.type AS data_type
              FROM sqlite_schema m JOIN pragma_table_info(m.name) p
              WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
              ORDER BY m.name, p.cid\
              """;
          case POSTGRES ->
              """
              SELECT c.table_name, c.column_name, c.data_type
              FROM information_schema.columns c
              JOIN information_schema.tables t
                ON t.table_schema = c.table_schema AND t.table_name = c.table_name
              WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'
              ORDER BY c.table_name, c.ordinal_position\
              """;
        };
    Map<String, List<Column>> tables = new LinkedHashMap<>();
    for (Row row : db.query(sql).mapTo(Row.class).list())
      if (!row.tableName().equals("schema_migrations"))
        tables
            .computeIfAbsent(row.tableName(), unused -> new ArrayList<>())
            .add(new Column(row.columnName(), Kind.of(row.dataType())));
    return tables.entrySet().stream().map(e -> new Table(e.getKey(), e.getValue())).toList();
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
