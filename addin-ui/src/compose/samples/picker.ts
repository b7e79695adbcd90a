/** Which samples can be opened? The list beside the draft, and a menu where there is no room for it. */
import { button, byId, element } from "../../dom/element";
import { tryOut } from "../../words/spoken";
import type { Sample } from "./sample";
import { TO_PEOPLE } from "./to-people";
import { TO_SCHOOLS } from "./to-schools";

export const SAMPLES: readonly Sample[] = [...TO_SCHOOLS, ...TO_PEOPLE];
const groups = (): readonly (readonly [title: string, samples: readonly Sample[]])[] => [
  [tryOut.samples.schools, TO_SCHOOLS],
  [tryOut.samples.people, TO_PEOPLE],
];

export function samplePicker(open: (sample: Sample) => void): void {
  const place = byId("samples");
  const choose = (sample: Sample): void => {
    for (const made of place.querySelectorAll("button")) {
      made.setAttribute("aria-pressed", String(made.dataset.sample === sample.id));
    }
    (byId("samples-menu") as HTMLSelectElement).value = sample.id;
    open(sample);
  };
  for (const [title, samples] of groups()) {
    place.append(
      element("h3", {}, title),
      element("ul", {}, ...samples.map((sample) => entry(sample, choose))),
    );
  }
  fillMenu(choose);
}

function entry(sample: Sample, choose: (sample: Sample) => void): HTMLLIElement {
  const press = (): void => {
    choose(sample);
  };
  return element(
    "li",
    {},
    button(
      sample.name,
      {
        class: "sample",
        "data-sample": sample.id,
        "aria-pressed": "false",
        "aria-label": tryOut.sampleOf(sample.name, sample.about),
      },
      press,
      element("span", { class: "sample-name" }, sample.name),
      element("span", { class: "sample-about" }, sample.about),
    ),
  );
}

function fillMenu(choose: (sample: Sample) => void): void {
  const menu = byId("samples-menu") as HTMLSelectElement;
  menu.append(
    element("option", { value: "" }, tryOut.samples.choose),
    ...groups().map(([title, samples]) =>
      element(
        "optgroup",
        { label: title },
        ...samples.map((s) => element("option", { value: s.id }, s.name)),
      ),
    ),
  );
  menu.addEventListener("change", () => {
    const sample = SAMPLES.find((s) => s.id === menu.value);
    if (sample !== undefined) choose(sample);
  });
}
