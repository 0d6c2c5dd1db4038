#include "persist/databases/sql.h"

namespace hearsay {

SqlTransaction::SqlTransaction(SqlDatabase& database) : database_(database) { database_.begin(); }

SqlTransaction::~SqlTransaction() {
  if (!open_) return;
  try {
    database_.roll_back();
  } catch (const StoreError&) {
    // It is rolled back already: SQLite does so when the disk is full, PostgreSQL when the connection is lost.
  }
}

void SqlTransaction::commit() {
  database_.commit();
  open_ = false;
}

SqlSnapshot::SqlSnapshot(SqlDatabase& database) : database_(database), own_(database.begin_snapshot()) {}

SqlSnapshot::~SqlSnapshot() {
  if (!own_) return;
  try {
    database_.end_snapshot();
  } catch (const StoreError&) {
    // Nothing was written; the next statement meets the same fault.
  }
}

}  // namespace hearsay
