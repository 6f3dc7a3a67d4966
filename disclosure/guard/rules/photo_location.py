"""照片里不留拍摄地点：它可能就是某人的家。

No picture tells where it was taken: that may be a person’s home.
"""

from ...ground.problems import Rule

RULE = Rule(
    id="photo-location",
    zh="图片里记有拍摄地点（GPS）",
    en="the picture tells where it was taken (GPS)",
    fix_zh="去掉照片的属性再放进来：在资源管理器里“删除属性和个人信息”，或用 exiftool -all=",
    fix_en="remove the properties of the picture first, for example with exiftool -all=",
)
