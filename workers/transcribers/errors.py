"""What can go wrong while somebody listens; for the operator, in English: the chat has its own words for each."""


class TranscriberError(Exception):
    """It did not work this time; another try may do better."""


class TranscriberRefuses(TranscriberError):
    """It will not work until the operator changes something: a wrong key, a model that is not there."""


class UnreadableSound(TranscriberError):
    """No sound, a broken one, or one of a kind that this transcriber does not open."""
