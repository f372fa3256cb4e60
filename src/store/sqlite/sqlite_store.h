// SPDX-License-Identifier: Apache-2.0
// The desk in one file, lotse.db. Thread-safe.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "base/mutex.h"
#include "store/db.h"
#include "store/migrate.h"
#include "store/open.h"
#include "store/sqlite/folder_lock.h"
#include "store/sqlite/read_pool.h"
#include "store/sqlite/write_lane.h"

namespace lotse::store::sqlite {

class SqliteStore final : public Store {
  public:
    struct Options {
        std::string folder;
        int readers = 8;
        bool create = true;
        bool serve = false;
        bool relaxed = false;
        WriteLane::Limits lane = {};
        std::int64_t max_pages = 0;  // the file grows no further: a full disk for tests; 0 = no limit
    };
    static Result<std::unique_ptr<SqliteStore>> open(Options const& options, std::span<Migration const> list);

    std::string_view engine() const override { return "sqlite"; }
    std::string durability() const override;
    Result<void> copy_to(std::string const& path) override;
    Result<void> verify() override;
    Result<void> read_tenants(OnRow const& on_row) override;
    Result<domain::TenantId> add_tenant(std::string_view document, std::string_view slug) override;
    WriteLane::Count count() const { return lane_->count(); }
    std::size_t waiting() const { return lane_->waiting(); }

  protected:
    Result<void> do_read(domain::TenantId tenant, std::function<void(ReadTxn&)> const& fn) override;
    Result<void> do_write(domain::TenantId tenant, std::function<Result<void>(WriteTxn&)> const& fn) override;

  private:
    SqliteStore(std::string path, FileLock lock, std::unique_ptr<Session> writer, Options const& options);
    std::string path_;
    FileLock lock_;
    // Before the readers, so that it closes behind them: the last to close empties the write-ahead log, and a
    // connection that may only read cannot.
    std::unique_ptr<WriteLane> lane_;
    ReadPool readers_;
    Mutex<std::optional<Connection>> outside_;  // behind no wall; lent to one reader of the tenants at a time
};

}  // namespace lotse::store::sqlite
