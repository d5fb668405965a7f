"""Is the text English?"""

from onrecord.model import Article, Layout, Notice


def language_notice(article: Article, layout: Layout) -> Notice | None:
    """A notice that says which language the text is in, where it is not English."""
    return None
