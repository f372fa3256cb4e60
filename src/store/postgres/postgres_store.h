// SPDX-License-Identifier: Apache-2.0
// The desk in a PostgreSQL schema. Thread-safe; reads and writes run in the calling thread.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "store/db.h"
#include "store/migrate.h"
#include "store/postgres/id_blocks.h"
#include "store/postgres/pool.h"

namespace lotse::store::postgres {

class PostgresStore final : public Store {
  public:
    struct Options {
        std::string url;
        int connections = 16;
        bool create = true;
    };
    static Result<std::unique_ptr<PostgresStore>> open(Options const& options, std::span<Migration const> list);

    std::string_view engine() const override { return "postgres"; }
    std::string durability() const override;
    Result<void> copy_to(std::string const& path) override;
    Result<void> verify() override;
    Result<void> read_tenants(OnRow const& on_row) override;
    Result<domain::TenantId> add_tenant(std::string_view document, std::string_view slug) override;

  protected:
    Result<void> do_read(domain::TenantId tenant, std::function<void(ReadTxn&)> const& fn) override;
    Result<void> do_write(domain::TenantId tenant, std::function<Result<void>(WriteTxn&)> const& fn) override;

  private:
    using Work = std::function<Result<void>(WriteTxn&)>;
    PostgresStore(Access access, int connections);
    Result<void> try_write(domain::TenantId tenant, Work const& fn);
    Result<void> as_operator(Work const& fn);

    Access access_;
    Pool pool_;
    IdBlocks ids_;
};

}  // namespace lotse::store::postgres
