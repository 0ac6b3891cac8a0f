"""Whether a character of a long text costs more to annotate than one of a short text: nothing may make a grammar slow.

Run `python -m benchmarks.cost` from a checkout. For each pathological text it prints the cost of a character in 100,000
characters as a multiple of that in 20,000, in one run; 5 would be quadratic.
"""

import random
import sys
import time

from kg.annotating import annotate
from tests.stories import article

LIMIT = 3.0
"""Cost of a character in a text five times as long, as a multiple; 5 would be quadratic."""
WORDS = (
    "1", "龘", "区", "、", "“", "”", "（", "《", "的", "在", "率", "获", "开展", "会议", "行动", "调研", "捐赠",
    "主持", "第1次会议", "专项整治", "区委书记", "甲整治、", "、“甲”", "（甲", "会暨会", "2月召开会议",
    "区政府召开会议", "区政府、", "率区政府、", "县委书记李明主持", "出席的有", "创建全国文明城市",
    "在文化广场举行会议，", "甲推进会，乙推进会；", "百日行动。", "授予李明、", "《青禾区创建全国文明城市实施方案》",
)  # fmt: skip
ALPHABET = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下"


def garbled(length: int) -> str:
    """Return common characters and words in no order, without punctuation that would part them."""
    choose = random.Random(7)
    pieces = [choose.choice(choose.choice((ALPHABET, WORDS))) for _ in range(length // 2)]
    return "".join(pieces)[:length]


def cost(text: str) -> float:
    """Return the seconds that a character costs when the text is one paragraph."""
    told = article((("paragraph", text),))
    start = time.process_time()
    annotate(told)
    return (time.process_time() - start) / len(text)


def grows(short: str, long: str) -> float:
    """Return how much more a character costs in the longer text; the best of three, against noise."""
    before = cost(short)
    found = cost(long) / before
    for _ in range(2):
        if found < LIMIT:
            break
        found = min(found, cost(long) / before)
    return found


def main() -> int:
    """Measure all; return 1 where one grows beyond the limit."""
    annotate(article())  # loads lexicons and dictionary
    texts = {word: (word * (20_000 // len(word)), word * (100_000 // len(word))) for word in WORDS}
    texts["garbled"] = (garbled(20_000), garbled(100_000))
    worst = 0.0
    for name, (short, long) in texts.items():
        found = grows(short, long)
        worst = max(worst, found)
        print(f"{name}\t{found:.2f}")
    return 0 if worst < LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
