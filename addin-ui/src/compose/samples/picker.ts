/** Which samples can be opened? The list beside the draft, and a menu where there is no room for it. */
import { button, byId, element } from "../../dom/element";
import { tryOut } from "../../words/spoken";
import type { Sample } from "./sample";
import { TO_PEOPLE } from "./to-people";
import { TO_SCHOOLS } from "./to-schools";
import { SOME_WEEK, type Week } from "./week";

/** As they are written in a week. */
export const samplesIn = (week: Week): readonly Sample[] =>
  [...TO_SCHOOLS, ...TO_PEOPLE].map((write) => write(week));
const groups = (): readonly (readonly [title: string, samples: readonly Sample[]])[] => [
  [tryOut.samples.schools, TO_SCHOOLS.map((write) => write(SOME_WEEK))],
  [tryOut.samples.people, TO_PEOPLE.map((write) => write(SOME_WEEK))],
];

export function samplePicker(open: (id: string) => void): void {
  const place = byId("samples");
  const choose = (id: string): void => {
    for (const made of place.querySelectorAll("button")) {
      made.setAttribute("aria-pressed", String(made.dataset.sample === id));
    }
    (byId("samples-menu") as HTMLSelectElement).value = id;
    open(id);
  };
  for (const [title, samples] of groups()) {
    place.append(
      element("h3", {}, title),
      element("ul", {}, ...samples.map((sample) => entry(sample, choose))),
    );
  }
  fillMenu(choose);
}

function entry(sample: Sample, choose: (id: string) => void): HTMLLIElement {
  const press = (): void => {
    choose(sample.id);
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

function fillMenu(choose: (id: string) => void): void {
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
    if (menu.value !== "") choose(menu.value);
  });
}
