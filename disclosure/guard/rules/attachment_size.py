"""附件不超过 20 MB，图片不超过 5000 万像素，解开后不超过 200 MB，PDF 不超过 2000 页。

An attachment has at most 20 MB, a picture 50 million pixels, an unpacked document 200 MB, a PDF 2,000 pages.
"""

from ...ground.problems import Rule

RULE = Rule(
    id="attachment-size",
    zh="{reason_zh}",
    en="{reason}",
    fix_zh="压缩、缩小或拆成几份",
    fix_en="compress it, make it smaller, or divide it",
)
