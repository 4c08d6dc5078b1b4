"""Writes the inputs of all benches into a folder: `python3 generate.py FOLDER [WEBHOOKS]`.

    webhooks.ndjson          one body of 3,110 bytes per line; 20,000 if nothing else is asked
    rules-{10,100,1000}/     one rule set, a file per language
    token/                   valid.json, eight.json, bodies.ndjson, words.json

The same bytes every time, on every machine.
"""

import pathlib
import sys

import render
import rules
import tokens
import webhooks
from draw import Draw

WEBHOOKS = 20_000
TOKENS = 1_000
RULES = (10, 100, 1_000)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def lines(texts):
    return "".join(f"{text}\n" for text in texts)


def main(folder, bodies=WEBHOOKS):
    folder, draw = pathlib.Path(folder), Draw("webhooks")
    write(folder / "webhooks.ndjson", lines(webhooks.body(draw, at) for at in range(int(bodies))))
    for count in RULES:
        rows = rules.table(Draw("rules"), count)
        for name, language in render.LANGUAGES.items():
            write(folder / f"rules-{count}" / name, language(rows))
    draw = Draw("tokens")
    write(folder / "token" / "valid.json", tokens.text(set()))
    write(folder / "token" / "eight.json", tokens.text(set(tokens.EIGHT)))
    write(folder / "token" / "bodies.ndjson", lines(tokens.mixture(draw) for _ in range(TOKENS)))
    write(folder / "token" / "words.json", tokens.known_words())


if __name__ == "__main__":
    main(*sys.argv[1:])
