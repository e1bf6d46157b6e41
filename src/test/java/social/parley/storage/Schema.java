package social.parley.storage;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a database's tables look like, one line a fact, in words that both kinds share. */
record Schema(TreeSet<String> facts) {

  record Column(
      String tableName,
      String columnName,
      String type,
      boolean optional,
      int keyPlace,
      @Nullable String fallback) {
    String fact() {
      String value =
          fallback == null
              ? ""
              : " default " + fallback.replaceAll("::[a-z ]+", "").toLowerCase(Locale.ROOT);
      // A key is never null, although SQLite does not always say so.
      String need = optional && keyPlace == 0 ? "" : " not null";
      return "column %s.%s %s%s%s"
          .formatted(tableName, columnName, Tables.Kind.of(type), need, value);
    }
  }

  record IndexColumn(
      String tableName,
      String indexName,
      boolean named,
      boolean distinct,
      boolean partial,
      String columnName,
      boolean descending) {}

  record Reference(
      String tableName, String columnName, String otherTable, String otherColumn, String onDelete) {
    String fact() {
      return "reference %s.%s -> %s.%s on delete %s"
          .formatted(
              tableName, columnName, otherTable, otherColumn, onDelete.toLowerCase(Locale.ROOT));
    }
  }

  static Schema of(Database database) {
    return database.read(db -> {
      TreeSet<String> facts = new TreeSet<>();
      List<Column> columns = db.query(columns(db.dialect())).mapTo(Column.class).list();
      for (Column column : columns) facts.add(column.fact());
      columns.stream()
          .filter(column -> column.keyPlace() > 0)
          .collect(Collectors.groupingBy(Column::tableName))
          .forEach((table, keys) -> facts.add("key " + table + " " + keyColumns(keys)));
      db.query(indexes(db.dialect())).mapTo(IndexColumn.class).list().stream()
          .collect(Collectors.groupingBy(IndexColumn::indexName))
          .values()
          .forEach(index -> facts.add(index(index)));
      for (Reference reference : db.query(references(db.dialect())).mapTo(Reference.class).list())
        facts.add(reference.fact());
      return new Schema(facts);
    });
  }

  private static String keyColumns(List<Column> keys) {
    return keys.stream()
        .sorted((a, b) -> Integer.compare(a.keyPlace(), b.keyPlace()))
        .map(Column::columnName)
        .toList()
        .toString();
  }

  private static String index(List<IndexColumn> columns) {
    IndexColumn first = columns.getFirst();
    return "index %s on %s %s%s%s"
        .formatted(
            first.named() ? first.indexName() : "of a constraint",
            first.tableName(),
            columns.stream().map(c -> c.columnName() + (c.descending() ? " desc" : "")).toList(),
            first.distinct() ? " unique" : "",
            first.partial() ? " partial" : "");
  }

  private static String columns(Dialect dialect) {
    return switch (dialect) {
      case SQLITE ->
          """
          SELECT m.name AS table_name, p.name AS column_name, p.type,
            p."notnull" = 0 AS optional, p.pk AS key_place, p.dflt_value AS fallback
          FROM sqlite_schema m JOIN pragma_table_info(m.name) p
          WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'\
          """;
      case POSTGRES ->
          """
          SELECT c.table_name, c.column_name, c.data_type AS type, c.is_nullable = 'YES' AS optional,
            COALESCE((SELECT k.ordinal_position FROM information_schema.key_column_usage k
              JOIN information_schema.table_constraints t USING (constraint_schema, constraint_name)
              WHERE t.constraint_type = 'PRIMARY KEY' AND k.table_schema = c.table_schema
                AND k.table_name = c.table_name AND k.column_name = c.column_name), 0) AS key_place,
            c.column_default AS fallback
          FROM information_schema.columns c WHERE c.table_schema = current_schema()\
          """;
    };
  }

  private static String indexes(Dialect dialect) {
    return switch (dialect) {
      case SQLITE ->
          """
          SELECT m.name AS table_name, l.name AS index_name, l.origin = 'c' AS named,
            l."unique" AS "distinct", l.partial, COALESCE(x.name, 'expression') AS column_name,
            x."desc" AS descending
          FROM sqlite_schema m JOIN pragma_index_list(m.name) l JOIN pragma_index_xinfo(l.name) x
          WHERE m.type = 'table' AND l.origin <> 'pk' AND x.key = 1
          ORDER BY l.name, x.seqno\
          """;
      case POSTGRES ->
          """
          SELECT t.relname AS table_name, i.relname AS index_name,
            NOT EXISTS (SELECT 1 FROM pg_constraint c
              WHERE c.conindid = i.oid AND c.contype <> 'f') AS named,
            x.indisunique AS "distinct", x.indpred IS NOT NULL AS partial,
            COALESCE(a.attname, 'expression') AS column_name,
            (x.indoption[k.place - 1] & 1) = 1 AS descending
          FROM pg_index x
          JOIN pg_class i ON i.oid = x.indexrelid
          JOIN pg_class t ON t.oid = x.indrelid
          JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = current_schema()
          CROSS JOIN LATERAL generate_series(1, x.indnkeyatts) AS k(place)
          LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[k.place - 1]
            AND a.attnum > 0
          WHERE NOT x.indisprimary
          ORDER BY i.relname, k.place\
          """;
    };
  }

  private static String references(Dialect dialect) {
    return switch (dialect) {
      case SQLITE ->
          """
          SELECT m.name AS table_name, f."from" AS column_name, f."table" AS other_table,
            COALESCE(f."to", (SELECT p.name FROM pragma_table_info(f."table") p WHERE p.pk = f.seq + 1))
              AS other_column,
            f.on_delete
          FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'\
          """;
      case POSTGRES ->
          """
          SELECT t.relname AS table_name, a.attname AS column_name, o.relname AS other_table,
            b.attname AS other_column,
            CASE c.confdeltype WHEN 'a' THEN 'no action' WHEN 'r' THEN 'restrict'
              WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' ELSE 'set default' END AS on_delete
          FROM pg_constraint c
          JOIN pg_class t ON t.oid = c.conrelid
          JOIN pg_class o ON o.oid = c.confrelid
          JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = current_schema()
          CROSS JOIN LATERAL unnest(c.conkey, c.confkey) AS k(mine, other)
          JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.mine
          JOIN pg_attribute b ON b.attrelid = o.oid AND b.attnum = k.other
          WHERE c.contype = 'f'\
          """;
    };
  }
}
