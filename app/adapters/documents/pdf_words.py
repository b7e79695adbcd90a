"""Which words stand in a PDF?

The text of its pages, as PDFium finds it. A scanned page has none.
"""

from collections.abc import Iterator

import pypdfium2

from app.adapters.documents.office_words import TooMuchError

PAGES_MAX = 500


def pdf_words(content: bytes) -> Iterator[str]:
    """Page by page.

    Raises:
        TooMuchError: after the last page that is read.
        ValueError: it is broken, or locked.
    """
    try:
        with pypdfium2.PdfDocument(content) as document:
            for number in range(min(len(document), PAGES_MAX)):
                yield document[number].get_textpage().get_text_bounded().replace("\r\n", "\n")
                yield "\n"
            if len(document) > PAGES_MAX:
                raise TooMuchError
    except pypdfium2.PdfiumError as error:
        raise ValueError("The file is broken or locked.") from error
