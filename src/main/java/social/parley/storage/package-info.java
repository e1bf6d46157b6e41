/** The database: one writer's view and one reader's view of SQLite or PostgreSQL, alike. */
@NullMarked
package social.parley.storage;

import org.jspecify.annotations.NullMarked;
