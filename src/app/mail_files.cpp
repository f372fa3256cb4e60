// SPDX-License-Identifier: Apache-2.0
#include "app/mail_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace lotse::app {
namespace {

namespace fs = std::filesystem;
using Take = std::function<void(MailFile const&)>;
using Skip = std::function<void(std::string const&, std::string const&)>;

constexpr std::size_t kLargest = std::size_t{50} << 20;

// mboxrd: ">From " inside a mail had a '>' added; one is taken away again.
bool is_quoted_from(std::string const& line) {
    auto const at = line.find_first_not_of('>');
    return at != std::string::npos && at > 0 && line.compare(at, 5, "From ") == 0;
}

class MboxReader {
  public:
    MboxReader(std::string name, Take const& take, Skip const& skip)
        : name_(std::move(name)), take_(take), skip_(skip) {}

    void line(std::string const& line) {
        if (after_blank_ && line.starts_with("From ")) {
            finish();
            is_open_ = true;
        } else if (is_open_) {
            add(is_quoted_from(line) ? line.substr(1) : line);
        }
        after_blank_ = line.empty() || line == "\r";
    }
    void finish() {
        if (!is_open_) return;
        auto const where = fmt::format("{}, message {}", name_, ++count_);
        // The blank line before the next "From " belongs to the box.
        if (bytes_.ends_with("\n\n")) bytes_.pop_back();
        if (is_too_large_) {
            skip_(where, "It is larger than 50 MiB.");
        } else {
            take_({where, bytes_});
        }
        bytes_.clear();
        is_open_ = is_too_large_ = false;
    }

  private:
    void add(std::string const& line) {
        if (bytes_.size() + line.size() > kLargest) {
            is_too_large_ = true;
            return;
        }
        bytes_ += line;
        bytes_ += '\n';
    }

    std::string name_;
    Take const& take_;
    Skip const& skip_;
    std::string bytes_;
    std::size_t count_ = 0;
    bool is_open_ = false;
    bool is_too_large_ = false;
    bool after_blank_ = true;
};

void read_stream(std::string const& name, std::istream& in, Take const& take, Skip const& skip) {
    std::string line;
    if (!std::getline(in, line)) return skip(name, "It is empty.");
    if (line.starts_with("From ")) {
        MboxReader reader(name, take, skip);
        do {
            reader.line(line);
        } while (std::getline(in, line));
        reader.finish();
        return;
    }
    std::string bytes = line;
    if (!in.eof()) bytes += '\n';
    char piece[65536];
    while (in.read(piece, sizeof piece), in.gcount() > 0) {
        bytes.append(piece, static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > kLargest) return skip(name, "It is larger than 50 MiB.");
    }
    take({name, bytes});
}

void read_file(fs::path const& path, Take const& take, Skip const& skip) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return skip(path.string(), "It cannot be opened.");
    read_stream(path.string(), in, take, skip);
}

std::vector<fs::path> files_below(fs::path const& folder, Skip const& skip) {
    std::vector<fs::path> out;
    std::error_code failure;
    for (fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, failure), end;
         it != end; it.increment(failure)) {
        if (failure) break;
        auto const name = it->path().filename().string();
        // Maildir: what is in tmp is not delivered yet.
        if (it->is_directory(failure) && name == "tmp") it.disable_recursion_pending();
        if (it->is_regular_file(failure) && !name.starts_with('.')) out.push_back(it->path());
    }
    if (failure) skip(folder.string(), failure.message());
    std::ranges::sort(out);
    return out;
}

}  // namespace

void read_mail_files(std::vector<std::string> const& paths, Take const& take, Skip const& skip) {
    for (auto const& path : paths) {
        std::error_code failure;
        if (path == "-") {
            read_stream("standard input", std::cin, take, skip);
        } else if (fs::is_directory(path, failure)) {
            for (auto const& file : files_below(path, skip)) read_file(file, take, skip);
        } else if (fs::exists(path, failure)) {
            read_file(path, take, skip);
        } else {
            skip(path, "There is no such file or folder.");
        }
    }
}

std::size_t size_of_mail_files(std::vector<std::string> const& paths) {
    std::size_t total = 0;
    std::error_code failure;
    auto const ignore = [](std::string const&, std::string const&) {};
    for (auto const& path : paths) {
        if (path == "-") return 0;
        if (fs::is_directory(path, failure)) {
            for (auto const& file : files_below(path, ignore)) total += fs::file_size(file, failure);
        } else if (auto const size = fs::file_size(path, failure); !failure) {
            total += size;
        }
    }
    return total;
}

}  // namespace lotse::app
