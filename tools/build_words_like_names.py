"""Build the lexicon of ordinary words that have the form of a personal name: 高度, 方便, 石榴, 万名.

Source: the word list of jieba 0.42.1 (MIT). Taken are words of two or three characters that begin with a surname or consist of
transcribing characters, frequency at least 5; of those that jieba tags as names (nr) only words of two characters that
occur at least 100 times (明白, 胡同). Usage: python tools/build_words_like_names.py kg/lexicons
"""

import sys
from pathlib import Path

from jieba_words import entries, write

from kg.lexicon import table

SHARED = """李强 李娜 李俊 王平 王明 张宁 李红 张大 吴仪 高强 高明 李铁 杨维 李珊 彭真 陈云 陈毅 朱德 贺龙 岳飞 宋江 刘备 曹操 曹禺 孙权 孙文 武松 鲁迅 雷锋
李鹏 郑和 刘翔 张飞 赵云 关羽 马良 马超 吕布 周瑜 袁绍 李逵 林冲 项羽 刘邦 韩信 洪武 向东 向阳 常青 黎明 安娜 海原""".split()
"""Words of names alone, though jieba counts them often."""

HEADER = (
    "# 形似姓名的普通词 (ordinary words that have the form of a personal name)",
    "# source: jieba 0.42.1 dict.txt (MIT), words that it does not tag as names; tools/build_words_like_names.py",
    "# date: 2020-01-20",
    "# columns: word",
)


def main(target: Path) -> None:
    """Write the lexicon."""
    surnames = {row[0] for row in table("surnames")}
    transcribing = frozenset("".join(row[0] for row in table("name_characters") if row[1] == "transcribing"))
    found = set()
    for word, frequency, tag in entries():
        if not 2 <= len(word) <= 3 or not (word[0] in surnames or transcribing.issuperset(word)):
            continue
        if frequency >= (5 if not tag.startswith("nr") else 100 if len(word) == 2 and tag == "nr" else 10**9):
            found.add(word)
    write(target / "words_like_names.tsv", HEADER, found.difference(SHARED))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
