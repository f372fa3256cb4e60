// SPDX-License-Identifier: Apache-2.0
#include "app/table_reader.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <filesystem>

#include "base/json.h"
#include "base/text.h"

namespace lotse::app {
namespace {

constexpr std::size_t kMostBytes = 16U << 20;  // of one row
constexpr std::size_t kChunk = 1U << 16;
constexpr std::size_t kMostColumns = 10000;

std::optional<TableFormat> format_of(std::string_view path);
std::string known_columns(std::vector<std::string> const& columns);
std::string from_bytes(std::string bytes);
std::string unescape(std::string_view field);

}  // namespace

struct TableReader::State {
    Source source;
    TableFormat format = TableFormat::csv;
    std::vector<std::string> wanted;
    std::vector<std::size_t> positions;  // of the wanted columns in a CSV or TSV row
    std::size_t columns = 0;
    char separator = ',';

    std::string buffer;
    std::size_t at = 0;      // in buffer
    std::size_t line = 1;    // of buffer[at]
    bool is_source_empty = false;
    bool is_finished = false;
    std::shared_ptr<gzFile_s> file;
    double file_bytes = 0;

    Ok fill();
    Result<int> peek();  // the next byte, -1 at the end
    Result<int> take();
    Result<std::optional<std::string>> take_line();
    Result<std::optional<std::vector<std::string>>> take_csv();
    Ok take_quoted(std::string& field, std::size_t began);
    Result<std::optional<std::vector<std::string>>> take_tsv();
    Ok read_header();
    Result<std::optional<TableRow>> next_json();
    Result<std::optional<TableRow>> next_delimited();
};

TableReader::TableReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
TableReader::~TableReader() = default;
TableReader::TableReader(TableReader&&) noexcept = default;
TableReader& TableReader::operator=(TableReader&&) noexcept = default;

Result<TableReader> TableReader::open(std::string const& path, std::vector<std::string> wanted) {
    auto const format = format_of(path);
    if (!format)
        return invalid("table.format", fmt::format("{} is not a table that I know. Give a .csv, .tsv or .jsonl file, "
                                                   "or one of these with .gz at the end.",
                                                   path));
    std::error_code failure;
    auto const size = std::filesystem::file_size(path, failure);
    std::shared_ptr<gzFile_s> const file(failure ? nullptr : gzopen(path.c_str(), "rb"), [](gzFile_s* open) {
        if (open != nullptr) gzclose(open);
    });
    if (!file) return not_found("table.missing", fmt::format("The file {} cannot be read.", path));
    auto source = [file, path]() -> Result<std::string> {
        std::string piece(kChunk, '\0');
        auto const count = gzread(file.get(), piece.data(), static_cast<unsigned>(piece.size()));
        int code = Z_OK;
        char const* const why = gzerror(file.get(), &code);
        if (count < 0 || (code != Z_OK && code != Z_STREAM_END))
            return invalid("table.damaged",
                           fmt::format("{} is damaged or cut off: {}. Unpack or copy it again.", path, why));
        piece.resize(static_cast<std::size_t>(count));
        return piece;
    };
    TRY(auto reader, from(std::move(source), *format, std::move(wanted)));
    reader.state_->file = file;
    reader.state_->file_bytes = static_cast<double>(size);
    return reader;
}

Result<TableReader> TableReader::from(Source source, TableFormat format, std::vector<std::string> wanted) {
    auto state = std::make_unique<State>();
    state->source = std::move(source);
    state->format = format;
    state->wanted = std::move(wanted);
    // The first line whole: its separators tell the dialect.
    while (!state->is_source_empty && state->buffer.find('\n') == std::string::npos &&
           state->buffer.size() <= kMostBytes)
        CHECK_OK(state->fill());
    if (std::string_view(state->buffer).starts_with("\xEF\xBB\xBF")) state->at = 3;  // Excel's mark
    if (format != TableFormat::jsonl) CHECK_OK(state->read_header());
    return TableReader(std::move(state));
}

Result<std::optional<TableRow>> TableReader::next() {
    if (state_->is_finished) return std::optional<TableRow>();
    auto row = state_->format == TableFormat::jsonl ? state_->next_json() : state_->next_delimited();
    if (!row || !*row) state_->is_finished = true;
    return row;
}

double TableReader::progress() const {
    if (!state_->file || state_->file_bytes <= 0) return 0;
    return std::clamp(static_cast<double>(gzoffset(state_->file.get())) / state_->file_bytes, 0.0, 1.0);
}

Ok TableReader::State::fill() {
    if (is_source_empty) return {};
    buffer.erase(0, at);
    at = 0;
    TRY(auto const piece, source());
    if (piece.empty()) is_source_empty = true;
    buffer += piece;
    return {};
}

Result<int> TableReader::State::peek() {
    if (at == buffer.size()) CHECK_OK(fill());
    return at < buffer.size() ? static_cast<unsigned char>(buffer[at]) : -1;
}

Result<int> TableReader::State::take() {
    TRY(auto const byte, peek());
    if (byte >= 0) ++at;
    if (byte == '\n') ++line;
    return byte;
}

Result<std::optional<std::string>> TableReader::State::take_line() {
    auto end = buffer.find('\n', at);
    while (end == std::string::npos && !is_source_empty) {
        auto const known = buffer.size() - at;
        if (known > kMostBytes)
            return too_large("table.row", fmt::format("Line {} is longer than 16 MiB. Is this a text file?", line));
        CHECK_OK(fill());
        end = buffer.find('\n', known);
    }
    if (at == buffer.size()) return std::optional<std::string>();
    auto const stop = end == std::string::npos ? buffer.size() : end;
    auto out = buffer.substr(at, stop - at);
    at = std::min(stop + 1, buffer.size());
    ++line;
    if (out.ends_with('\r')) out.pop_back();
    return std::optional(std::move(out));
}

Result<std::optional<std::vector<std::string>>> TableReader::State::take_csv() {
    std::vector<std::string> fields;
    std::string field;
    std::size_t bytes = 0;
    auto const began = line;
    TRY(auto const first, peek());
    if (first < 0) return std::optional<std::vector<std::string>>();
    for (;;) {
        TRY(auto const byte, take());
        if (byte < 0 || byte == '\n') {
            if (field.ends_with('\r')) field.pop_back();
            fields.push_back(from_bytes(std::move(field)));
            return std::optional(std::move(fields));
        }
        if (byte == separator) {
            fields.push_back(from_bytes(std::move(field)));
            field.clear();
            if (fields.size() > kMostColumns)
                return too_large("table.row", fmt::format("Line {} has more than {} fields.", began, kMostColumns));
        } else if (byte == '"' && field.empty()) {
            CHECK_OK(take_quoted(field, began));
        } else {
            field += static_cast<char>(byte);
        }
        if ((bytes += 1 + field.size() / 4096) > kMostBytes || field.size() > kMostBytes)
            return too_large("table.row", fmt::format("The row that begins on line {} is longer than 16 MiB. A closing "
                                                      "quotation mark may be missing.",
                                                      began));
    }
}

Ok TableReader::State::take_quoted(std::string& field, std::size_t began) {
    auto const opened = line;
    for (;;) {
        TRY(auto const byte, take());
        if (byte < 0)
            return invalid("table.row", fmt::format("The quotation mark opened on line {} (row from line {}) is never "
                                                    "closed. Close it, or double the marks inside: \"\".",
                                                    opened, began));
        if (byte == '"') {
            TRY(auto const after, peek());
            if (after != '"') return {};
            TRY(auto const second, take());
            field += static_cast<char>(second);
        } else {
            field += static_cast<char>(byte);
        }
        if (field.size() > kMostBytes)
            return too_large("table.row", fmt::format("The field opened on line {} is longer than 16 MiB. A closing "
                                                      "quotation mark may be missing.",
                                                      opened));
    }
}

Result<std::optional<std::vector<std::string>>> TableReader::State::take_tsv() {
    TRY(auto const text, take_line());
    if (!text) return std::optional<std::vector<std::string>>();
    std::vector<std::string> fields;
    for (auto const field : split(*text, '\t')) fields.push_back(from_bytes(unescape(field)));
    return std::optional(std::move(fields));
}

Ok TableReader::State::read_header() {
    if (format == TableFormat::csv) {
        // Excel writes semicolons where the comma is the decimal sign.
        auto const head = std::string_view(buffer).substr(0, buffer.find('\n'));
        separator = std::count(head.begin(), head.end(), ';') > std::count(head.begin(), head.end(), ',') ? ';' : ',';
    }
    TRY(auto header, format == TableFormat::csv ? take_csv() : take_tsv());
    if (!header) return invalid("table.empty", "The file is empty; a first line with column names is expected.");
    for (auto& name : *header) name = trim(name);
    columns = header->size();
    for (auto const& name : wanted) {
        auto const found = std::find(header->begin(), header->end(), name);
        if (found == header->end())
            return invalid("table.column",
                           fmt::format("There is no column '{}'. The file has: {}.", name, known_columns(*header)));
        positions.push_back(static_cast<std::size_t>(found - header->begin()));
    }
    return {};
}

Result<std::optional<TableRow>> TableReader::State::next_delimited() {
    for (;;) {
        TableRow out;
        out.line = line;
        TRY(auto fields, format == TableFormat::csv ? take_csv() : take_tsv());
        if (!fields) return std::optional<TableRow>();
        if (fields->size() == 1 && (*fields)[0].empty() && columns > 1) continue;  // an empty line
        if (fields->size() != columns)
            return invalid("table.row", fmt::format("The row on line {} has {} fields, the header has {}. {}", out.line,
                                                    fields->size(), columns,
                                                    format == TableFormat::csv
                                                        ? "Put fields that hold a separator into quotation marks."
                                                        : "Write a tab inside a field as \\t."));
        for (auto const position : positions) out.fields.push_back((*fields)[position]);
        return std::optional(std::move(out));
    }
}

Result<std::optional<TableRow>> TableReader::State::next_json() {
    for (;;) {
        TableRow out;
        out.line = line;
        TRY(auto const text, take_line());
        if (!text) return std::optional<TableRow>();
        if (trim(*text).empty()) continue;
        auto const parsed = parse_json(*text);
        if (!parsed)
            return invalid("table.row", fmt::format("Line {} is not JSON: {} Each line must be one JSON object.",
                                                    out.line, parsed.error().message));
        if (!parsed->is_object())
            return invalid("table.row",
                           fmt::format("Line {} is JSON, but not an object like {{\"text\": ...}}.", out.line));
        auto const& object = parsed->get_object();
        for (auto const& name : wanted) {
            auto const* value = object.if_contains(name);
            if (value == nullptr && columns == 0) {
                std::vector<std::string> keys;
                for (auto const& [key, ignored] : object) keys.emplace_back(key);
                return invalid("table.column", fmt::format("The object on line {} has no '{}'. It has: {}.", out.line,
                                                           name, known_columns(keys)));
            }
            if (value == nullptr || value->is_null()) out.fields.emplace_back();
            else if (value->is_string()) out.fields.emplace_back(value->get_string());
            else out.fields.push_back(to_string(*value));
        }
        columns = object.size() + 1;  // a later row may lack what the first one had
        return std::optional(std::move(out));
    }
}

namespace {

std::optional<TableFormat> format_of(std::string_view path) {
    auto name = to_lower_ascii(path);
    if (name.ends_with(".gz")) name.resize(name.size() - 3);
    if (name.ends_with(".csv")) return TableFormat::csv;
    if (name.ends_with(".tsv") || name.ends_with(".tab")) return TableFormat::tsv;
    if (name.ends_with(".jsonl") || name.ends_with(".ndjson")) return TableFormat::jsonl;
    return std::nullopt;
}

std::string known_columns(std::vector<std::string> const& columns) {
    std::vector<std::string> shown(
        columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(20, columns.size())));
    for (auto& name : shown) name = cut_utf8(name, 60);
    if (columns.size() > shown.size()) shown.emplace_back("...");
    return join(shown, ", ");
}

std::string from_bytes(std::string bytes) {
    if (is_utf8(bytes)) return bytes;
    std::string out;
    for (char const c : bytes) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            out += c;
        } else {
            out += static_cast<char>(0xC0 | byte >> 6);
            out += static_cast<char>(0x80 | (byte & 0x3F));
        }
    }
    return out;
}

std::string unescape(std::string_view field) {
    std::string out;
    for (std::size_t i = 0; i < field.size(); ++i) {
        char const next = field[i] == '\\' && i + 1 < field.size() ? field[i + 1] : '\0';
        auto const known = std::string_view("\\nt").find(next);
        if (next == '\0' || known == std::string_view::npos) {
            out += field[i];
        } else {
            out += "\\\n\t"[known];
            ++i;
        }
    }
    return out;
}

}  // namespace
}  // namespace lotse::app
