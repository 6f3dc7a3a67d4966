"""锚点、别名、合并键、标签、复杂键和多份文档都不用：它们会让内容在别处悄悄改变。

Anchors, aliases, merge keys, tags, complex keys and second documents are not used: they change
content elsewhere in silence.

PASS plans/demo/items/01.yaml
    source_number: "*一"

FAIL plans/demo/items/01.yaml 1:16
    source_number: !!str 1
"""

from ...ground.problems import Rule

RULE = Rule(
    id="yaml-feature",
    zh="不支持 YAML 的这种写法：{feature}",
    en="this feature of YAML is not part of the subset: {feature}",
    fix_zh="直接写出内容；文字以 & * ! 开头时用双引号括起来",
    fix_en="write the content itself; quote a text that begins with & * or !",
)
