"""``` 开头的代码块要有 ``` 收尾。

A code block that begins with ``` ends with ```.

PASS plans/demo/text/01-aims.zh.md
    ---
    title: 题
    ---
    ```
    代码
    ```

FAIL plans/demo/text/01-aims.zh.md 4:1
    ---
    title: 题
    ---
    ```
    代码
"""

from ...ground.problems import Rule

RULE = Rule(
    id="unclosed-code",
    zh="代码块没有收尾",
    en="the code block is not closed",
    fix_zh="在末尾加一行 {fence}",
    fix_en="add a line of {fence} at its end",
)
