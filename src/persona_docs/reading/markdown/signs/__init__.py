"""The parser's rules, asked by the sign that they begin with.

markdown-it-py asks one rule after the other at every line and at every sign, and nearly all answer no because
of the first character. Here only those are asked that can say yes; what they say is the same.
"""
