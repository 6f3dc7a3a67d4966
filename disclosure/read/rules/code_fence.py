"""代码块的开头单独一行：``` 后面至多一个英文的语言名。行首的 ``` 不能用来标行内代码。

A block of code begins with a line of its own: ``` and at most the name of a language. No code inside a
line begins with ``` where the line does.

PASS plans/demo/text/01-aims.zh.md
    ---
    title: 题
    ---
    ```json
    代码
    ```

FAIL plans/demo/text/01-aims.zh.md 4:1
    ---
    title: 题
    ---
    ``` 说明 文字
    代码
    ```
"""

from ...ground.problems import Rule

RULE = Rule(
    id="code-fence",
    zh="“{fence}”后面的内容不是语言名，代码块认不出来",
    en="what follows “{fence}” is no name of a language, so that this is no block of code",
    fix_zh="{fence} 单独成一行；行内的代码用一个反引号",
    fix_en="let {fence} stand alone on its line; for code inside a line use one backtick",
)
