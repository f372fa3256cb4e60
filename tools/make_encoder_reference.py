#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the reference vectors that the tests of the encoder are held against.

    python3 tools/make_encoder_reference.py tiny                  tests/data/encoder/tiny.e5s1 and tiny.jsonl
    python3 tools/make_encoder_reference.py e5 e5-small-q4.bin     tests/data/encoder/e5.jsonl

Needs numpy and tokenizers (Hugging Face's own tokenizer library), from PyPI. It shares no line with the product: the tokens
come from that library, fed with the pieces and scores of the file; the network is written here in float32 matrices with exact
erf and exp and without rounding the activations. "tiny" first writes a file of the same format with random weights, small
enough to be committed, so that the tests need no download.
"""
import json
import math
import struct
import sys
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "data" / "encoder"
MOST_TOKENS = 256
TEXTS = [
    "Der Drucker im 3. Stock druckt nicht mehr, bitte um Hilfe.",
    "The printer on floor 3 does not print any more, please help.",
    "Drukarka na trzecim piętrze nie drukuje, proszę o pomoc.",
    "VPN verbindet nicht: Fehler 0x800704C9 nach dem Update auf Windows 11 (23H2)",
    "Wo finde ich meine Rechnung Nr. 2024-0815?",
    "hello",
    "",
    " \t\n  ",
    "ﬁnance oﬃce №５ ｆｕｌｌｗｉｄｔｈ ① Ⅳ ™",
    "Zażółć gęślą jaźń — ÄÖÜäöüß «quotes» “curly” …",
    "支払いについて質問があります。 Оплата не прошла. هل يمكنك المساعدة؟",
    "emoji 🖨️🔥🔥 and unknown 𒀀𒀁𒀂 signs",
    "two  blanks   and\ttabs\nand lines\r\n",
    "ﷺ" * 3,
    "a" * 300,
    "ticket " * 400,
]


class File:
    """The E5S1 format, as src/encoder/weights_file.h describes it."""

    def __init__(self, data):
        self.data, self.at = data, 0
        assert self.take(4) == b"E5S1" and self.number("I") == 1
        (self.hidden, self.layers, self.heads, self.wide, self.vocabulary, self.positions, _) = self.numbers("7i")
        self.epsilon = self.number("f")
        assert self.number("i") == 32
        pieces = self.number("i")
        self.begin, self.end, _, self.unknown = self.numbers("4i")
        size = self.number("Q")
        starts = self.numbers(f"{pieces + 1}I")
        self.scores = self.numbers(f"{pieces}f")
        text = self.take(size)
        self.pieces = [text[a:b].decode() for a, b in zip(starts, starts[1:])]
        rules = self.number("i")
        self.number("I")
        self.rewrites = {}
        for _ in range(rules):
            letter, count = self.numbers("IB")
            self.rewrites[chr(letter)] = "".join(map(chr, self.numbers(f"{count}I")))
        self.tensors = {}
        for _ in range(self.number("i")):
            name = self.take(self.number("H")).decode()
            kind, elements, offset, size = self.numbers("BIQQ")
            self.tensors[name] = (kind, elements, offset, size)

    def take(self, count):
        self.at += count
        return self.data[self.at - count:self.at]

    def numbers(self, form):
        return struct.unpack("<" + form, self.take(struct.calcsize("<" + form)))

    def number(self, form):
        return self.numbers(form)[0]

    def tensor(self, name, *shape):
        kind, elements, offset, size = self.tensors[name]
        raw = np.frombuffer(self.data, np.uint8, size, offset)
        if kind == 0:
            return raw.view(np.float32)[:math.prod(shape)].reshape(shape)
        groups = raw.reshape(-1, 18)
        scale = groups[:, :2].copy().view(np.float16).astype(np.float32)
        low, high = groups[:, 2:] & 15, groups[:, 2:] >> 4
        return ((np.hstack([low, high]).astype(np.float32) - 8) * scale).reshape(shape)


def tokenizer_of(file):
    out = Tokenizer(models.Unigram(list(zip(file.pieces, file.scores)), file.unknown))
    # As SentencePiece: a letter outside the table stays as it is, blanks at the ends go, in the middle become one.
    out.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(),
                                                 pre_tokenizers.Metaspace(prepend_scheme="always")])
    return out


def tokens_of(file, tokenizer, text, role):
    whole = (role + ": " + text).replace("\0", " ")
    whole = "".join(file.rewrites.get(letter, letter) for letter in whole)
    ids = tokenizer.encode(whole, add_special_tokens=False).ids
    return [file.begin] + ids[:min(MOST_TOKENS, file.positions) - 2] + [file.end]


def normalized(file, x, name):
    mean = x.mean(1, keepdims=True)
    deviation = np.sqrt(((x - mean) ** 2).mean(1, keepdims=True) + file.epsilon)
    return (x - mean) / deviation * file.tensor(name + ".w", file.hidden) + file.tensor(name + ".b", file.hidden)


def vector_of(file, tokens):
    hidden, wide = file.hidden, file.wide
    erf = np.vectorize(math.erf)
    words = file.words if hasattr(file, "words") else file.tensor("emb.word", file.vocabulary, hidden)
    file.words = words
    x = words[tokens] + file.tensor("emb.pos", file.positions, hidden)[:len(tokens)] + \
        file.tensor("emb.type", 2, hidden)[0]
    x = normalized(file, x, "emb.ln")
    dense = lambda x, name, rows, columns: x @ file.tensor(name + ".w", rows, columns).T + file.tensor(name + ".b", rows)
    for i in range(file.layers):
        layer = f"l{i}."
        q, k, v = (dense(x, layer + one, hidden, hidden).reshape(len(tokens), file.heads, -1).transpose(1, 0, 2)
                   for one in "qkv")
        likeness = q @ k.transpose(0, 2, 1) / math.sqrt(hidden // file.heads)
        share = np.exp(likeness - likeness.max(2, keepdims=True))
        share /= share.sum(2, keepdims=True)
        attended = (share @ v).transpose(1, 0, 2).reshape(len(tokens), hidden)
        x = normalized(file, x + dense(attended, layer + "ao", hidden, hidden), layer + "aln")
        z = dense(x, layer + "fi", wide, hidden)
        z = 0.5 * z * (1 + erf(z / math.sqrt(2)))
        x = normalized(file, x + dense(z.astype(np.float32), layer + "fo", hidden, wide), layer + "oln")
    out = x.mean(0)
    return out / np.linalg.norm(out)


def write_reference(path, file):
    tokenizer = tokenizer_of(file)
    with open(path, "w", encoding="utf-8") as out:
        for i, text in enumerate(TEXTS):
            role = "passage" if i % 3 == 2 else "query"
            tokens = tokens_of(file, tokenizer, text, role)
            vector = [round(float(one), 5) for one in vector_of(file, tokens)]
            line = {"text": text, "role": role, "tokens": tokens, "vector": vector}
            out.write(json.dumps(line, ensure_ascii=True, separators=(",", ":")) + "\n")
    print("wrote", path)


def quantized(values):
    out = b""
    for group in values.reshape(-1, 32):
        scale = np.float16(np.abs(group).max() / 7)
        steps = np.clip(np.rint(group / np.float32(scale)) + 8, 0, 15).astype(np.uint8)
        out += scale.tobytes() + (steps[:16] | steps[16:] << 4).tobytes()
    return out


def write_tiny(path):
    """2 layers, 64 numbers wide, a vocabulary of letters and a few words."""
    random = np.random.default_rng(20261126)
    hidden, layers, heads, wide, positions = 64, 2, 2, 128, 64
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:;?!()-äöüßąęćłńóśźż▁"
    words = ["▁query", "▁passage", "▁the", "▁der", "▁print", "er", "▁Drucker", "▁ticket", "en", "ing", "▁floor", "aa", "aaaa",
             "▁please", "▁nicht", "▁nie", "druk", "office", "fi", "No", "TM"]
    pieces = ["<s>", "<pad>", "</s>", "<unk>"] + words + list(letters)
    scores = [0.0] * 4 + [float(-3 - i / 7) for i in range(len(pieces) - 4)]
    encoded = [one.encode() for one in pieces]
    starts = np.cumsum([0] + [len(one) for one in encoded])
    rewrites = {"ﬁ": "fi", "ﬃ": "ffi", "№": "No", "™": "TM", "\t": " ", "\n": " ", "\r": " ", "ﷺ": "a b c d e f g h i",
                "①": "1", "Ⅳ": "IV", "…": "..."}
    rules = b"".join(struct.pack(f"<IB{len(to)}I", ord(letter), len(to), *map(ord, to)) for letter, to in rewrites.items())
    head = b"E5S1" + struct.pack("<I7ifi", 1, hidden, layers, heads, wide, len(pieces), positions, 2, 1e-12, 32)
    head += struct.pack("<5iQ", len(pieces), 0, 2, 1, 3, starts[-1])
    head += struct.pack(f"<{len(starts)}I", *starts) + struct.pack(f"<{len(scores)}f", *scores) + b"".join(encoded)
    head += struct.pack("<iI", len(rewrites), len(rules)) + rules
    tensors = {}
    matrix = lambda name, rows, columns: tensors.__setitem__(
        name, (1, rows * columns, quantized(random.normal(0, columns ** -0.5, (rows, columns)).astype(np.float32))))
    reals = lambda name, values: tensors.__setitem__(name, (0, values.size, values.astype("<f4").tobytes()))
    matrix("emb.word", len(pieces), hidden)
    reals("emb.pos", random.normal(0, 0.1, (positions, hidden)))
    reals("emb.type", random.normal(0, 0.1, (2, hidden)))
    norms = ["emb.ln"]
    for i in range(layers):
        for name, rows, columns in [("q", hidden, hidden), ("k", hidden, hidden), ("v", hidden, hidden),
                                    ("ao", hidden, hidden), ("fi", wide, hidden), ("fo", hidden, wide)]:
            matrix(f"l{i}.{name}.w", rows, columns)
            reals(f"l{i}.{name}.b", random.normal(0, 0.1, rows))
        norms += [f"l{i}.aln", f"l{i}.oln"]
    for name in norms:
        reals(name + ".w", random.normal(1, 0.1, hidden))
        reals(name + ".b", random.normal(0, 0.1, hidden))
    size = len(head) + 4 + sum(2 + len(name) + 1 + 4 + 8 + 8 for name in tensors)
    directory, body = struct.pack("<i", len(tensors)), b""
    for name, (kind, elements, raw) in tensors.items():
        directory += struct.pack("<H", len(name)) + name.encode() + \
            struct.pack("<BIQQ", kind, elements, size + len(body), len(raw))
        body += raw
    path.write_bytes(head + directory + body)


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    if sys.argv[1:] == ["tiny"]:
        write_tiny(FOLDER / "tiny.e5s1")
        write_reference(FOLDER / "tiny.jsonl", File((FOLDER / "tiny.e5s1").read_bytes()))
    elif len(sys.argv) == 3 and sys.argv[1] == "e5":
        write_reference(FOLDER / "e5.jsonl", File(Path(sys.argv[2]).read_bytes()))
    else:
        sys.exit(__doc__)


main()
