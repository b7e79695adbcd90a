/**
 * Where is the message written?
 *
 * A rich text field with the few tools people use, as the body of the compose item. Markup comes in only
 * through `cleanFragment`.
 */
import { button, element, icon } from "../dom/element";
import type { BodyHolder } from "../host/compose-item";
import { tryOut } from "../words/spoken";
import { cleanFragment } from "./clean-html";

const TOOLS: readonly (readonly [command: keyof typeof tryOut.tools, path: string])[] = [
  ["bold", "M6 4h5a3 3 0 0 1 0 6H6zM6 10h6a3 3 0 0 1 0 6H6z"],
  ["italic", "M9 4h6M5 16h6M12 4L8 16"],
  ["underline", "M6 4v5a4 4 0 0 0 8 0V4M5 17h10"],
  ["insertUnorderedList", "M8 5h9M8 10h9M8 15h9M3.5 5h.5M3.5 10h.5M3.5 15h.5"],
  ["insertOrderedList", "M8 5h9M8 10h9M8 15h9M3 4l1-.5V7M3 9h1.5v1L3 12h2M3 14h2l-1 1.5h1v1.5H3"],
  ["removeFormat", "M5 4h10M10 4L8 13M4 17h7M13 12l4 4M17 12l-4 4"],
];

export class Editor implements BodyHolder {
  constructor(
    readonly field: HTMLElement,
    tools: HTMLElement,
    readonly onTyped: () => void,
  ) {
    tools.append(...TOOLS.map(([command, path]) => this.#tool(command, tryOut.tools[command], path)));
    field.addEventListener("input", onTyped);
    field.addEventListener("paste", (event) => {
      this.#paste(event);
    });
    field.addEventListener("drop", (event) => {
      event.preventDefault(); // dropped markup would come in unread
    });
  }

  html(): string {
    return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>${this.field.innerHTML}</body></html>`;
  }

  text(): string {
    return this.field.innerText;
  }

  setHtml(html: string): void {
    this.field.replaceChildren(cleanFragment(html));
  }

  #tool(command: string, label: string, path: string): HTMLButtonElement {
    const run = (): void => {
      this.field.focus();
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only editing that all browsers share
      document.execCommand(command);
      this.onTyped();
    };
    const made = button(label, { class: "tool", title: label }, run, icon(path));
    made.addEventListener("mousedown", (event) => {
      event.preventDefault(); // the selection in the message stays
    });
    return made;
  }

  insert(html: string): void {
    const selection = window.getSelection();
    const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
    if (range !== null && this.field.contains(range.commonAncestorContainer)) this.#putAt(range, html);
    else this.field.prepend(cleanFragment(html));
  }

  #paste(event: ClipboardEvent): void {
    const html = event.clipboardData?.getData("text/html") ?? "";
    if (html === "") return; // plain text is safe as the browser puts it in
    event.preventDefault();
    const selection = window.getSelection();
    if (selection === null || selection.rangeCount === 0) return;
    this.#putAt(selection.getRangeAt(0), html);
    this.onTyped();
  }

  /** In place of what is selected; the cursor is after it then. */
  #putAt(range: Range, html: string): void {
    range.deleteContents();
    const end = element("span");
    const fragment = cleanFragment(html);
    fragment.append(end);
    range.insertNode(fragment);
    range.setStartAfter(end);
    range.collapse(true);
    end.remove();
    const selection = window.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  }
}
