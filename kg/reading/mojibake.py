"""Text that was decoded wrongly before it came to us: told by characters that Chinese papers do not print."""

from kg import expressions as re

# UTF-8 read as GBK gives these characters over and over; UTF-8 or GBK read as Latin-1 gives runs of accented letters.
_UTF8_AS_GBK = re.compile("[锛銆鈥鐨勬槸涓浜轰竴鍦ㄤ簡鏈夊拰鍥界殑]|锟斤拷|烫烫|屯屯")
_AS_LATIN = re.compile("[À-ÿ\u0080-\u009f¤-¿]{3,}")
_HAN = re.compile("[\u3400-\u9fff]")
_COMMON = re.compile(
    "[的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经]"
)


def is_mojibake(text: str) -> bool:
    """Tell text that was decoded in a wrong encoding and saved so."""
    sample = text[:20_000]
    han = len(_HAN.findall(sample))
    latin = sum(len(run) for run in _AS_LATIN.findall(sample))
    if latin > 20 and latin > 0.2 * max(len(sample.strip()), 1):
        return True
    wrong = len(_UTF8_AS_GBK.findall(sample))
    return han > 20 and wrong > 0.05 * han and len(_COMMON.findall(sample)) < wrong
