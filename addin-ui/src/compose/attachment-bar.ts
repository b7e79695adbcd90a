/** What is attached? Files with their sizes, added with the Attach button and taken off again. */
import { button, byId, element, icon } from "../dom/element";
import type { ComposeItem, HeldAttachment } from "../host/compose-item";
import { attachment } from "../host/content-calls";
import { tryOut } from "../words/spoken";
import { toast } from "./toast";

const LARGEST = 25 * 1024 * 1024;
const FILE = "M6 2.5h6l3.5 3.5v11.5H6zM12 2.5V6h3.5";

export function attachmentBar(item: ComposeItem): void {
  const bar = byId("attachments");
  const picker = byId("file-picker") as HTMLInputElement;
  byId("attach").addEventListener("click", () => {
    picker.click();
  });
  picker.addEventListener("change", () => {
    void Promise.all([...(picker.files ?? [])].map(readFile)).then((read) => {
      const fits = read.filter((a) => a.size <= LARGEST);
      if (fits.length < read.length) toast(...tryOut.tooBig);
      item.setAttachments([...item.attachments, ...fits]);
      picker.value = "";
    });
  });
  item.onChange((change) => {
    if (change === "attachments") bar.replaceChildren(...item.attachments.map((a) => shown(item, a)));
  });
}

function shown(item: ComposeItem, held: HeldAttachment): HTMLLIElement {
  return element(
    "li",
    { class: "attachment" },
    icon(FILE),
    element(
      "span",
      { class: "attachment-words" },
      element("span", { class: "attachment-name" }, held.name),
      element("span", { class: "attachment-size" }, tryOut.size(held.size)),
    ),
    button(
      tryOut.remove(held.name),
      { class: "tool" },
      () => {
        item.setAttachments(item.attachments.filter((a) => a.id !== held.id));
        byId("attach").focus();
      },
      icon("M6 6l8 8M14 6l-8 8"),
    ),
  );
}

async function readFile(file: File): Promise<HeldAttachment> {
  if (file.size > LARGEST) return attachment(file.name, file.size, null);
  const bytes = new Uint8Array(await file.arrayBuffer());
  return attachment(file.name, file.size, toBase64(bytes));
}

export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(pieces.join(""));
}
