// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/terms_tokenizer.h"

namespace lotse::store::sqlite {
namespace {

// It holds nothing; FTS5 wants a pointer that is not null.
int create(void*, char const**, int, Fts5Tokenizer** out) {
    static char nothing = 0;
    *out = reinterpret_cast<Fts5Tokenizer*>(&nothing);
    return SQLITE_OK;
}

void destroy(Fts5Tokenizer*) {}

using OnToken = int (*)(void*, int, char const*, int, int, int);

int tokenize(Fts5Tokenizer*, void* context, int, char const* text, int size, OnToken on_token) {
    int flags = 0;
    for (int at = 0; at < size;) {
        int end = at;
        while (end < size && text[end] != ' ' && text[end] != '|') ++end;
        if (end > at) {
            int const code = on_token(context, flags, text + at, end - at, at, end);
            if (code != SQLITE_OK) return code;
        }
        flags = end < size && text[end] == '|' ? FTS5_TOKEN_COLOCATED : 0;
        at = end + 1;
    }
    return SQLITE_OK;
}

}  // namespace

Result<void> add_tokenizer(sqlite3* db) {
    sqlite3_stmt* raw = nullptr;
    if (int const code = sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &raw, nullptr); code != SQLITE_OK) {
        return error_of(db, code);
    }
    Statement const statement(raw);
    fts5_api* api = nullptr;
    sqlite3_bind_pointer(raw, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(raw);
    if (api == nullptr) return unavailable("store.io", "This SQLite has no full-text search (FTS5).");
    fts5_tokenizer tokenizer{&create, &destroy, &tokenize};
    int const code = api->xCreateTokenizer(api, "lotse", nullptr, &tokenizer, nullptr);
    if (code != SQLITE_OK) return error_of(db, code);
    return {};
}

}  // namespace lotse::store::sqlite
