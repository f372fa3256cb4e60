// SPDX-License-Identifier: Apache-2.0
#include "app/table_reader.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>

#include "support/folder.h"

namespace lotse::app {
namespace {

TableReader::Source pieces(std::string text, std::size_t size) {
    return [text = std::move(text), size, at = std::size_t{0}]() mutable -> Result<std::string> {
        auto out = text.substr(at, size);
        at += out.size();
        return out;
    };
}

// Rows as "line:field|field", or the error's message.
std::vector<std::string> read(std::string const& text, TableFormat format, std::size_t piece = 7,
                              std::vector<std::string> wanted = {"text", "label"}) {
    std::vector<std::string> out;
    auto reader = TableReader::from(pieces(text, piece), format, std::move(wanted));
    if (!reader) return {reader.error().message};
    for (;;) {
        auto row = reader->next();
        if (!row) {
            out.push_back(row.error().message);
            return out;
        }
        if (!*row) return out;
        std::string line = std::to_string((*row)->line) + ":";
        for (std::size_t i = 0; i < (*row)->fields.size(); ++i) line += (i > 0 ? "|" : "") + (*row)->fields[i];
        out.push_back(line);
    }
}

using Rows = std::vector<std::string>;

TEST(ReadCsv, FollowsRfc4180InPiecesOfAnySize) {
    std::string const text = "id,text,label\r\n1,\"a \"\"b\"\", c\r\nd\",x\r\n\r\n2,plain,\"y\"\r\n3,,z";
    Rows const wanted{"2:a \"b\", c\r\nd|x", "5:plain|y", "6:|z"};
    for (std::size_t piece = 1; piece < 20; ++piece) EXPECT_EQ(read(text, TableFormat::csv, piece), wanted) << piece;
}

TEST(ReadCsv, UnderstandsExcelsSemicolonsMarkAndLatin1) {
    EXPECT_EQ(read("\xEF\xBB\xBFtext;label\nL\xF6schen;a,b\n", TableFormat::csv), Rows{"2:Löschen|a,b"});
}

TEST(ReadCsv, GivesColumnsInTheWantedOrder) {
    EXPECT_EQ(read("a,b\n1,2\n", TableFormat::csv, 3, {"b", "a", "b"}), Rows{"2:2|1|2"});
}

TEST(ReadCsv, SaysWhereARowIsBrokenAndWhatToDo) {
    EXPECT_EQ(read("text,label\na,b\na,b,c\n", TableFormat::csv),
              (Rows{"2:a|b",
                    "The row on line 3 has 3 fields, the header has 2. Put fields that hold a separator into "
                    "quotation marks."}));
    EXPECT_EQ(read("text,label\n\"a,b\n", TableFormat::csv).back(),
              "The quotation mark opened on line 2 (row from line 2) is never closed. Close it, or double the marks "
              "inside: \"\".");
}

TEST(ReadTable, NamesTheColumnsThatAreThere) {
    EXPECT_EQ(read("id,body\n", TableFormat::csv).back(), "There is no column 'text'. The file has: id, body.");
    EXPECT_EQ(read("", TableFormat::tsv).back(), "The file is empty; a first line with column names is expected.");
    EXPECT_EQ(read("{\"body\":\"x\"}", TableFormat::jsonl).back(), "The object on line 1 has no 'text'. It has: body.");
}

TEST(ReadTsv, TakesQuotesAsTheyAreAndDecodesEscapesOnce) {
    EXPECT_EQ(read("label\ttext\nx\tsay \"hi\"\\n\\\\n\\t\\q\\\n", TableFormat::tsv),
              Rows{"2:say \"hi\"\n\\n\t\\q\\|x"});
}

TEST(ReadJsonLines, TakesTextNumbersAndMissingKeys) {
    EXPECT_EQ(read("{\"text\":\"a\",\"label\":7}\n\n{\"label\":null}\n", TableFormat::jsonl), (Rows{"1:a|7", "3:|"}));
    EXPECT_EQ(read("{\"text\":\"a\",\"label\":1}\n[1]\n", TableFormat::jsonl).back(),
              "Line 2 is JSON, but not an object like {\"text\": ...}.");
    EXPECT_TRUE(read("{\"text\":\n", TableFormat::jsonl).back().starts_with("Line 1 is not JSON:"));
}

TEST(ReadTable, RefusesARowWithoutEnd) {
    auto endless = []() -> Result<std::string> { return std::string(1U << 20, 'x'); };
    EXPECT_EQ(TableReader::from(endless, TableFormat::csv, {"text"}).error().kind, Kind::too_large);
    EXPECT_EQ(TableReader::from(endless, TableFormat::tsv, {"text"}).error().kind, Kind::too_large);
    auto lines = TableReader::from(endless, TableFormat::jsonl, {"text"});
    ASSERT_TRUE(lines.has_value());
    EXPECT_EQ(lines->next().error().kind, Kind::too_large);
}

class TableFiles : public ::testing::Test {
  protected:
    std::string write(std::string const& name, std::string const& bytes) {
        auto const path = folder_ / name;
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    lotse::testing::TemporaryFolder folder_;
};

TEST_F(TableFiles, ReadPackedFilesAsPlainOnes) {
    auto const path = folder_ / "rows.csv.gz";
    auto* const file = gzopen(path.c_str(), "wb");
    gzputs(file, "text,label\nhello,x\n");
    gzclose(file);
    auto reader = TableReader::open(path, {"text"});
    ASSERT_TRUE(reader.has_value());
    EXPECT_EQ((*reader->next())->fields, std::vector<std::string>{"hello"});
    EXPECT_FALSE((*reader->next()).has_value());
    EXPECT_EQ(reader->progress(), 1);
}

TEST_F(TableFiles, TellDamageFromAbsence) {
    EXPECT_EQ(TableReader::open(folder_ / "none.csv", {}).error().code, "table.missing");
    EXPECT_EQ(TableReader::open(write("rows.xlsx", "x"), {}).error().code, "table.format");
    auto const path = folder_ / "rows.tsv.gz";
    auto* const file = gzopen(path.c_str(), "wb");
    for (int i = 0; i < 200000; ++i) gzputs(file, (std::to_string(i * 7919) + "\n").c_str());
    gzclose(file);
    std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
    auto reader = TableReader::open(path, {});
    ASSERT_TRUE(reader.has_value());
    auto row = reader->next();
    while (row.has_value() && row->has_value()) row = reader->next();
    ASSERT_FALSE(row.has_value());
    EXPECT_EQ(row.error().code, "table.damaged");
}

}  // namespace
}  // namespace lotse::app
