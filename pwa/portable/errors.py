"""What a template outside the subset raises."""


class NotPortableError(Exception):
    """A template has what the phone cannot render; the message begins with file and line."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}:{line}: {reason}")
        self.file, self.line, self.reason = file, line, reason
