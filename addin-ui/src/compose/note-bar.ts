/** What has an add-in put above the message? Its notifications, each of which the person can close, as in Outlook. */
import { button, byId, element, icon } from "../dom/element";
import type { ComposeItem } from "../host/compose-item";
import { tryOut } from "../words/spoken";

export function noteBar(item: ComposeItem): void {
  const bar = byId("notes");
  item.onChange((change) => {
    if (change !== "notes") return;
    bar.replaceChildren(
      ...item.notes.map((note) => {
        const close = (): void => {
          item.setNotes(item.notes.filter((n) => n.key !== note.key));
        };
        return element(
          "li",
          { class: note.type === "errorMessage" ? "note note-error" : "note" },
          element("span", {}, element("strong", {}, tryOut.note), note.message),
          button(tryOut.dismiss, { class: "tool" }, close, icon("M6 6l8 8M14 6l-8 8")),
        );
      }),
    );
  });
}
