/**
 * How are people put into To, Cc and Bcc?
 *
 * A combobox with chips, worked by mouse or by keyboard alone: type and choose, Enter, comma or semicolon to
 * finish a name, paste many at once, Backspace and the arrows to go back over the chips.
 */
import { element } from "../dom/element";
import type { ComposeItem, Entry, FieldName } from "../host/compose-item";
import { tryOut } from "../words/spoken";
import { isAddress, readAddresses, type Typed } from "./address-text";
import { chip } from "./chip-list";
import { FoldedRows } from "./folded-rows";
import { asEntry, type Person, resolveName } from "./people";
import { Suggestions } from "./suggestions";

export interface Around {
  readonly item: ComposeItem;
  readonly ownDomain: string;
  readonly people: () => readonly Person[];
}

export class RecipientField {
  readonly #input: HTMLInputElement;
  readonly #chips = element("ul", { class: "chips" });
  readonly #suggestions: Suggestions;
  readonly #rows: FoldedRows;

  constructor(
    readonly around: Around,
    readonly field: FieldName,
    row: HTMLElement,
    label: string,
  ) {
    const id = `${field}-input`;
    this.#chips.setAttribute("aria-label", tryOut.recipients(label));
    this.#input = element("input", {
      id,
      class: "recipient-input",
      type: "text",
      autocomplete: "off",
      spellcheck: "false",
      "aria-label": label,
    });
    this.#suggestions = new Suggestions(this.#input, field, around.people, (person) => {
      this.#add([asEntry(person, around.ownDomain)]);
    });
    const box = element("div", { class: "recipient-box" }, this.#chips, this.#input);
    this.#rows = new FoldedRows(
      box,
      () => this.#chipElements(),
      () => {
        this.#input.focus();
      },
    );
    const place = element("div", { class: "recipient-place" }, box, this.#rows.more);
    row.append(element("label", { for: id, class: "field-label" }, label), place, this.#suggestions.list);
    box.addEventListener("click", (event) => {
      if (event.target === box || event.target === this.#chips) this.#input.focus();
    });
    this.#listen();
    around.item.onChange((change) => {
      if (change === field) this.#draw();
    });
    this.#draw();
  }

  #listen(): void {
    this.#input.addEventListener("keydown", (event) => {
      this.#onKey(event);
    });
    this.#input.addEventListener("input", () => {
      if (/[;\n]/.test(this.#input.value) || /@\S+,\s*$/.test(this.#input.value)) this.#finish();
      else this.#suggestions.update();
    });
    this.#input.addEventListener("blur", () => {
      this.#suggestions.close();
      this.#finish();
    });
    this.#input.addEventListener("paste", (event) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      const pasted = readAddresses(text);
      if (pasted.length < 2 && !isAddress(pasted[0]?.address ?? "")) return;
      event.preventDefault();
      this.#addTyped(pasted);
    });
    this.#chips.addEventListener("keydown", (event) => {
      this.#onChipKey(event);
    });
  }

  #onKey(event: KeyboardEvent): void {
    if (this.#suggestions.onKey(event)) return;
    const isBlank = this.#input.value === "";
    if (event.key === "Enter" || (event.key === "," && !isBlank) || event.key === ";") {
      event.preventDefault();
      this.#finish();
    } else if ((event.key === "Backspace" || event.key === "ArrowLeft") && isBlank) {
      this.#chipAt(this.#entries.length - 1)?.focus();
    }
  }

  #onChipKey(event: KeyboardEvent): void {
    const chips = this.#chipElements();
    const at = chips.findIndex((c) => c === event.target);
    if (at < 0) return;
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: chips.length,
    };
    const to = moves[event.key];
    if (to !== undefined) {
      event.preventDefault();
      (this.#chipAt(Math.max(0, to)) ?? this.#input).focus();
    } else if (event.key === "Backspace" || event.key === "Delete") {
      event.preventDefault();
      this.#remove(at);
      (this.#chipAt(event.key === "Delete" ? at : at - 1) ?? this.#chipAt(0) ?? this.#input).focus();
    }
  }

  #finish(): void {
    const text = this.#input.value;
    if (text.trim() === "") return;
    this.#addTyped(readAddresses(text));
  }

  #addTyped(typed: readonly Typed[]): void {
    this.#add(typed.map((one) => this.#resolve(one)));
  }

  #resolve({ name, address }: Typed): Entry {
    const { ownDomain, people } = this.around;
    const known =
      address === ""
        ? resolveName(people(), name)
        : people().find((p) => p.address === address.toLowerCase());
    if (known !== null && known !== undefined) return asEntry(known, ownDomain);
    const inside = address.toLowerCase().endsWith(`@${ownDomain}`);
    return {
      displayName: name || address,
      emailAddress: address,
      recipientType: inside ? "user" : "externalUser",
      resolved: address !== "",
    };
  }

  #add(entries: readonly Entry[]): void {
    this.#input.value = "";
    this.#suggestions.close();
    const there = new Set(this.#entries.map(keyOf));
    const fresh = entries.filter((e) => !there.has(keyOf(e)));
    this.around.item.setEntries(this.field, [...this.#entries, ...fresh]);
  }

  #remove(at: number): void {
    this.around.item.setEntries(
      this.field,
      this.#entries.filter((_, i) => i !== at),
    );
  }

  get #entries(): readonly Entry[] {
    return this.around.item.entries(this.field);
  }

  #chipElements(): HTMLElement[] {
    return [...this.#chips.querySelectorAll<HTMLElement>(".chip")];
  }

  #chipAt(at: number): HTMLElement | null {
    return this.#chipElements()[at] ?? null;
  }

  #draw(): void {
    const chips = this.#entries.map((entry, at) =>
      chip(entry, () => {
        this.#remove(at);
        this.#input.focus();
      }),
    );
    this.#chips.replaceChildren(...chips);
    this.#chips.hidden = chips.length === 0;
    this.#rows.update();
  }
}

const keyOf = (entry: Entry): string => (entry.emailAddress || entry.displayName).toLowerCase();
