"""The words for jobs, in the languages that personas are written in."""

from __future__ import annotations

JOB = (
    # English
    r"engineer|architect|developer|expert|specialist|analyst|designer|manager|strategist|consultant|advisor"
    r"|auditor|reviewer|tester|researcher|writer|scientist|administrator|coordinator|coach|mentor|assistant"
    r"|partner|optimizer|programmer|product owner|scrum master"
    r"|lead(?! (?:to|into|the|an?|you|your|us|intelligence|generation|qualification|scoring|times?|capture"
    r"|management|nurturing|enrichment|magnets?|sheets?|data|lists?)\b)"
    # Spanish and Portuguese
    r"|ingenier[oa]|arquitect[oa]|desarrollador[a]?|especialista|expert[oa]|analista|dise[ñn]ador[a]?"
    r"|engenheir[oa]|desenvolvedor[a]?|estrategista|consultor[a]?|redactor[a]?"
    # Chinese
    r"|创作者|专家|工程师|架构师|分析师|设计师|经理"
)
"""A pattern; what stands before such a word says which kind of it is meant."""
