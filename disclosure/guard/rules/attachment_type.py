"""附件只收 PDF、DOCX、XLSX、PPTX、OFD、图片（JPEG、PNG、GIF、WebP）和纯文本（txt、csv、json），按内容辨认，扩展名要相符。网页、SVG、压缩包、程序一概不收。

Attachments are PDF, DOCX, XLSX, PPTX, OFD, pictures (JPEG, PNG, GIF, WebP) and plain text (txt, csv, json), told by their content, with the ending that belongs to it. Web pages, SVG, archives and programs are refused.
"""

from ...ground.problems import Rule

RULE = Rule(
    id="attachment-type",
    zh="附件的内容是{found_zh}",
    en="the attachment is {found}",
    fix_zh="另存为准许的格式，扩展名与内容相符；SVG 可另存为 PNG",
    fix_en="save it in one of the forms that are allowed, with the right ending; an SVG can be saved as PNG",
)
