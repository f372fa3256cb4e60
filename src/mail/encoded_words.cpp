// SPDX-License-Identifier: Apache-2.0
#include "mail/encoded_words.h"

#include <optional>

#include "base/text.h"
#include "mail/charset.h"
#include "mail/transfer_decoding.h"

namespace lotse::mail {
namespace {

struct EncodedWord {
    std::string_view charset;
    char encoding = 'q';  // 'q' or 'b'
    std::string_view payload;
    std::size_t end = 0;  // offset after "?="
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Reads "=?charset?x?payload?=" at `at`. Without the closing "?=" the payload ends at the next blank.
std::optional<EncodedWord> word_at(std::string_view raw, std::size_t at) {
    std::size_t const charset_end = raw.find('?', at + 2);
    if (charset_end == std::string_view::npos || charset_end - at > 66 || charset_end + 2 >= raw.size()) return {};
    EncodedWord word;
    word.charset = raw.substr(at + 2, charset_end - at - 2);
    word.charset = trim(word.charset.substr(0, word.charset.find('*')));
    char const encoding = raw[charset_end + 1];
    if (encoding != 'q' && encoding != 'Q' && encoding != 'b' && encoding != 'B') return {};
    word.encoding = encoding == 'q' || encoding == 'Q' ? 'q' : 'b';
    if (raw[charset_end + 2] != '?' || word.charset.empty()) return {};
    std::size_t const start = charset_end + 3;
    std::size_t close = raw.find("?=", start);
    // "?=" may be the tail of "=?..?Q?" followed by "=41": a payload that begins with an escape.
    if (word.encoding == 'q' && close == start - 1) close = raw.find("?=", start + 1);
    std::size_t const next_word = raw.find("=?", start);
    if (close == std::string_view::npos || (next_word != std::string_view::npos && next_word + 1 < close)) {
        std::size_t const blank = raw.find_first_of(" \t\r\n", start);
        std::size_t const end = blank == std::string_view::npos ? raw.size() : blank;
        word.payload = raw.substr(start, end - start);
        word.end = end;
        return word;
    }
    word.payload = raw.substr(start, close - start);
    word.end = close + 2;
    return word;
}

std::string decode_payload(EncodedWord const& word) {
    if (word.encoding == 'b') return decode_transfer(word.payload, TransferEncoding::base64);
    std::string text;
    for (char c : word.payload) {
        if (c == '_') text += ' ';
        else if (!is_blank(c) || c == ' ') text += c;
    }
    return decode_transfer(text, TransferEncoding::quoted_printable);
}

// Bytes of neighbouring words wait here until the charset changes.
class WordRun {
  public:
    explicit WordRun(std::string_view hint) : hint_(hint) {}
    void add(EncodedWord const& word) {
        if (!equals_ignoring_case(word.charset, charset_)) flush();
        charset_ = std::string(word.charset);
        bytes_ += decode_payload(word);
    }
    void flush() {
        if (!bytes_.empty()) out_ += decode_charset(bytes_, charset_).text;
        bytes_.clear();
        charset_.clear();
    }
    void add_plain(std::string_view text) {
        flush();
        out_ += decode_unlabelled(text, hint_);
    }
    std::string finish() {
        flush();
        return std::move(out_);
    }

  private:
    std::string_view hint_;
    std::string out_;
    std::string bytes_;
    std::string charset_;
};

}  // namespace

std::string decode_header_text(std::string_view raw, std::string_view hint) {
    WordRun run(hint);
    std::size_t plain_from = 0;
    bool after_word = false;
    for (std::size_t at = raw.find("=?"); at != std::string_view::npos; at = raw.find("=?", at)) {
        auto const word = word_at(raw, at);
        if (!word) {
            at += 2;
            continue;
        }
        std::string_view const between = raw.substr(plain_from, at - plain_from);
        if (!after_word || !trim(between).empty()) run.add_plain(between);
        run.add(*word);
        after_word = true;
        plain_from = at = word->end;
    }
    if (std::string_view const rest = raw.substr(plain_from); !rest.empty()) run.add_plain(rest);
    return to_one_line(run.finish());
}

std::string to_one_line(std::string_view text) {
    std::string out;
    bool gap = false;
    for (char c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F) {
            gap = true;
            continue;
        }
        if (gap && !out.empty() && out.back() != ' ' && c != ' ') out += ' ';
        gap = false;
        out += c;
    }
    return std::string(trim(out));
}

}  // namespace lotse::mail
