"""One rule, one file; its name is the rule's id, its wording lies in `languages/<code>/review.toml` under the same name.

A rule module has

    SEVERITY: Final = Severity.GAP  # how much depends on it
    WEIGHT: Final = 80              # among rules of like severity, the higher comes first
    ASKS: Final = True              # whether its text is a question that an interviewee can answer

    def remarks(process: Process, words: Words) -> Iterator[Remark]: ...

and nothing else needs to know of it.
"""
