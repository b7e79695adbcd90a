"""What does somebody see and do in the compose window?"""

from playwright.sync_api import FrameLocator, Locator, Page, expect

ANSWERS_WITHIN_MS = 15_000


class ComposeWindow:
    """The page at ``/`` with its pane."""

    def __init__(self, page: Page, url: str = "", query: str = "") -> None:
        """Open the window and wait for its pane; without an address it is open already."""
        self.page = page
        if url:
            page.goto(f"{url}/{query}")
        expect(self.content).not_to_be_empty(timeout=ANSWERS_WITHIN_MS)

    @property
    def pane(self) -> FrameLocator:
        """Everything inside the pane."""
        return self.page.frame_locator("iframe[title=Sendwell]")

    @property
    def content(self) -> Locator:
        """What the pane says."""
        return self.pane.locator("#content")

    @property
    def live(self) -> Locator:
        """What a screen reader hears."""
        return self.pane.locator("#live")

    def open_sample(self, name: str) -> None:
        """Open a sample draft; its subject shows that it is there."""
        if self.page.locator("#samples-menu").is_visible():
            self.page.select_option("#samples-menu", name)
        else:
            self.page.click(f'[data-sample="{name}"]')
        expect(self.page.locator("#to-input")).to_be_attached()

    def write(self, to: str, subject: str, body: str) -> None:
        """Write a draft by typing it."""
        self.page.fill("#to-input", to)
        self.page.press("#to-input", "Enter")
        self.page.fill("#subject", subject)
        self.page.click("#body")
        self.page.keyboard.type(body)
