"""只用规定的键；写错的键会被忽略，所以是错误。

Only the keys of the contract: a misspelt one would be ignored, so it is an error.

PASS plans/demo/items/01.yaml
    category: water

FAIL plans/demo/items/01.yaml 1:1
    categry: water
"""

from ...ground.problems import Rule

RULE = Rule(
    id="unknown-key",
    zh="没有“{key}”这个键{near_zh}",
    en="there is no key “{key}” here{near_en}",
    fix_zh="改正拼写或删去；本层可用的键：{known}",
    fix_en="correct the spelling or remove it; the keys here are: {known}",
)
