// SPDX-License-Identifier: Apache-2.0
#include "mail/mime_tree.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace lotse::mail {
namespace {

std::string repeated(std::string_view piece, std::size_t count) {
    std::string out;
    out.reserve(piece.size() * count);
    for (std::size_t i = 0; i < count; ++i) out += piece;
    return out;
}

std::size_t count_parts(MimePart const& part) {
    std::size_t count = 1;
    for (MimePart const& child : part.parts) count += count_parts(child);
    return count;
}

std::size_t depth_of(MimePart const& part) {
    std::size_t deepest = 0;
    for (MimePart const& child : part.parts) deepest = std::max(deepest, depth_of(child));
    return deepest + 1;
}

// A tree points into its bytes, so they stay together.
struct Sample {
    explicit Sample(std::string bytes) : raw(std::move(bytes)), tree(read_mime_tree(raw, {})) {}
    Sample(Sample const&) = delete;
    Sample& operator=(Sample const&) = delete;
    MimePart const& root() const { return tree.root; }
    std::string const raw;
    MimeTree const tree;
};

TEST(ReadMimeTree, FindsNestedParts) {
    std::string const raw =
        "Content-Type: multipart/mixed; boundary=out\r\n\r\npreamble\r\n"
        "--out\r\nContent-Type: multipart/alternative; boundary=in\r\n\r\n"
        "--in\r\n\r\nplain\r\n--in\r\nContent-Type: text/html\r\n\r\n<p>x\r\n--in--\r\n"
        "--out\r\nContent-Type: image/png\r\n\r\npng\r\n--out--\r\nepilogue";
    Sample const sample(raw);
    MimeTree const& tree = sample.tree;
    ASSERT_EQ(tree.root.parts.size(), 2U);
    ASSERT_EQ(tree.root.parts[0].parts.size(), 2U);
    EXPECT_EQ(tree.root.parts[0].parts[0].body, "plain");
    EXPECT_EQ(tree.root.parts[0].parts[1].type.value, "text/html");
    EXPECT_EQ(tree.root.parts[1].body, "png");
    EXPECT_FALSE(tree.root.is_cut_off);
}

TEST(ReadMimeTree, TellsSimilarBoundariesApart) {
    std::string const raw =
        "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: multipart/mixed; boundary=\"bb\"\n\n"
        "--bb\n\none\n--bb\n\ntwo\n--bb--\n--b\n\nthree\n--b--\n";
    Sample const sample(raw);
    MimeTree const& tree = sample.tree;
    ASSERT_EQ(tree.root.parts.size(), 2U);
    EXPECT_EQ(tree.root.parts[0].parts.size(), 2U);
    EXPECT_EQ(tree.root.parts[1].body, "three");
}

TEST(ReadMimeTree, AnOuterBoundaryEndsAnUnfinishedInnerPart) {
    std::string const raw =
        "Content-Type: multipart/mixed; boundary=out\n\n--out\nContent-Type: multipart/mixed; boundary=in\n\n"
        "--in\n\none\n--out\n\ntwo\n--out--\n";
    Sample const sample(raw);
    MimeTree const& tree = sample.tree;
    ASSERT_EQ(tree.root.parts.size(), 2U);
    EXPECT_TRUE(tree.root.parts[0].is_cut_off);
    EXPECT_EQ(tree.root.parts[1].body, "two");
}

TEST(ReadMimeTree, GuessesABoundaryThatIsNotNamed) {
    std::string const raw = "Content-Type: multipart/mixed\n\n--xyz\nContent-Type: text/plain\n\nhello\n--xyz--\n";
    Sample const sample(raw);
    ASSERT_EQ(sample.root().parts.size(), 1U);
    EXPECT_EQ(sample.root().parts[0].body, "hello");
}

TEST(ReadMimeTree, AMultipartWithoutPartsIsText) {
    Sample const sample("Content-Type: multipart/mixed; boundary=b\n\njust text\n");
    MimeTree const& tree = sample.tree;
    EXPECT_EQ(tree.root.type.value, "text/plain");
    EXPECT_EQ(tree.root.body, "just text\n");
}

TEST(ReadMimeTree, ADigestHoldsMessages) {
    Sample const sample("Content-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: x\n\ny\n--b--\n");
    MimeTree const& tree = sample.tree;
    EXPECT_EQ(tree.root.parts.at(0).type.value, "message/rfc822");
}

TEST(ReadMimeTree, FiftyThousandNestedMultipartsStopAtTheCap) {
    std::string raw;
    for (int i = 0; i < 50'000; ++i) {
        std::string const name = "b" + std::to_string(i);
        raw += "Content-Type: multipart/mixed; boundary=" + name + "\n\n--" + name + "\n";
    }
    Sample const sample(raw);
    MimeTree const& tree = sample.tree;
    EXPECT_TRUE(tree.too_deep);
    EXPECT_LE(depth_of(tree.root), ParseCaps{}.depth);
}

TEST(ReadMimeTree, ThreeHundredThousandEmptyPartsStopAtTheCap) {
    Sample const sample("Content-Type: multipart/mixed; boundary=b\n\n" + repeated("--b\n\n", 300'000));
    MimeTree const& tree = sample.tree;
    EXPECT_TRUE(tree.too_many_parts);
    EXPECT_LE(count_parts(tree.root), ParseCaps{}.parts);
}

TEST(ReadMimeTree, OneBoundaryForAllLevelsDoesNotMultiply) {
    Sample const sample(repeated("Content-Type: multipart/mixed; boundary=b\n\n--b\n", 100'000));
    MimeTree const& tree = sample.tree;
    EXPECT_LE(count_parts(tree.root), ParseCaps{}.parts);
}

TEST(ReadMimeTree, AMillionDashedLinesAreText) {
    Sample const sample("Content-Type: multipart/mixed; boundary=b\n\n" + repeated("--bx\n", 1'000'000));
    MimeTree const& tree = sample.tree;
    EXPECT_EQ(tree.root.parts.size(), 0U);
    EXPECT_EQ(tree.root.type.value, "text/plain");
}

TEST(ReadMimeTree, AFriendlyWordWithAColonIsNoHeader) { EXPECT_EQ(Sample("Thanx :-)").root().body, "Thanx :-)"); }

}  // namespace
}  // namespace lotse::mail
