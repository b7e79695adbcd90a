/** What has the person pasted, what is it, and who reads it? Tells when any of it changes. */
import { byId, element } from "../dom/element";
import type { Readership } from "../wire/contract";
import { pages, paste } from "../words/spoken";
import { type Kind, KINDS } from "./kinds";
import { lengthWords } from "./length";

export class Form {
  readonly words = byId("words") as HTMLTextAreaElement;
  readonly #readers = byId("readers");
  readonly #buttons = [byId("copy"), byId("clear")] as HTMLButtonElement[];
  kind: Kind = KINDS[0]!; // eslint-disable-line @typescript-eslint/no-non-null-assertion -- the list is never empty
  readership: Readership = "one-family";

  constructor(readonly changed: () => void) {
    byId("kinds").append(
      ...KINDS.map((kind) =>
        radio("kind", kind.id, paste.kinds[kind.id], "", kind === this.kind, () => {
          this.#choose(kind);
        }),
      ),
    );
    this.words.addEventListener("input", () => {
      this.update();
    });
    this.#choose(this.kind);
  }

  /** After the words were changed by anybody. */
  update(): void {
    byId("count").textContent = lengthWords(this.words.value, this.kind.medium);
    for (const button of this.#buttons) button.disabled = this.words.value === "";
    this.changed();
  }

  #choose(kind: Kind): void {
    this.kind = kind;
    const [usual] = kind.readers;
    if (usual !== undefined && !kind.readers.includes(this.readership)) this.readership = usual;
    const legend = element("legend", {}, pages.paste.whoReads);
    const radios = kind.readers.map((reader) =>
      radio("reader", reader, paste.readers[reader], paste.hints[reader], reader === this.readership, () => {
        this.readership = reader;
        this.update();
      }),
    );
    this.#readers.replaceChildren(legend, ...radios);
    this.update();
  }
}

function radio(
  name: string,
  value: string,
  label: string,
  hint: string,
  checked: boolean,
  onChoose: () => void,
): HTMLElement {
  const id = `${name}-${value}`;
  const input = element("input", { type: "radio", name, value, id, checked });
  input.addEventListener("change", onChoose);
  const words = element("label", { for: id }, label, hint !== "" && element("span", { class: "hint" }, hint));
  return element("div", { class: "radio" }, input, words);
}
