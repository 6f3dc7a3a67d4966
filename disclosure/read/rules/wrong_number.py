"""数只用数字、负号和小数点。

A number has digits, a sign and a decimal point only.

PASS plans/demo/indicators/dust.yaml
    target:
      operator: between
      value: 1
      upper: 2.5

FAIL plans/demo/indicators/dust.yaml 4:10
    target:
      operator: between
      value: 1
      upper: 2,500
"""

from ...ground.problems import Rule

RULE = Rule(
    id="wrong-number",
    zh="“{value}”不是数",
    en="“{value}” is not a number",
    fix_zh="只写数字，可带负号和小数点，不带千分位、百分号和单位，例如 11.5",
    fix_en="write digits only, with a sign or decimal point if needed, without separators, percent sign or unit, such as 11.5",
)
