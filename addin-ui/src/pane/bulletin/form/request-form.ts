/**
 * What is the mail that is asked for, and why does it not fit the bulletin?
 *
 * The draft's own words go along only when somebody ticks that they shall.
 */
import { element } from "../../../dom/element";
import type { AskedFields, RequestKind } from "../../../wire/bulk-request";
import type { GoesTo, Mark } from "../../../wire/item";
import { bulletin } from "../../../words/spoken";
import { type Field, field, type Input, tick } from "./field";
import { forWhomField } from "./for-whom";
import { type Acts, type Form, formOf } from "./frame";
import { marks } from "./marks";
import { isToSome, whichSchools } from "./which-schools";

const SUBJECT_MAX = 120;

/** What the draft says, to be put in on demand, and which schools it is to. */
export interface OwnWords {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly goesTo: GoesTo;
}
type Name = "duty" | "deadline" | "reason" | "officer";

/** What each kind of request is asked for beside its words. */
const ASKS: Readonly<Record<RequestKind, readonly Name[]>> = {
  urgent: ["duty", "deadline"],
  chosen: ["reason", "deadline"],
  "cluster-note": ["officer", "reason"],
};

export function requestForm(asked: AskedFields, words: OwnWords, acts: Acts): Form<AskedFields> {
  const { kind } = asked;
  const asks = ASKS[kind].map((name) => [name, whyField(name, asked)] as const);
  const [chasing, isChasing] = tick({ checked: asked.is_chasing }, bulletin.labels.chasing);
  const { goesTo } = words;
  const which = whichSchools(asked, goesTo);
  const whom = forWhomField(asked.for_whom, { asksClusters: kind !== "urgent", which });
  const subject = field({
    name: "subject",
    label: bulletin.labels.subject,
    value: asked.subject,
    most: SUBJECT_MAX,
  });
  const body = field({ name: "body", label: bulletin.labels.body, value: asked.body, rows: 8 });
  return formOf(
    {
      parts: [
        ...asks.map(([, one]) => one.part),
        kind === "urgent" ? element("div", { class: "field" }, chasing) : null,
        whom.part,
        subject.part,
        ownWords(words, body.input),
        body.part,
      ],
      fields: { ...Object.fromEntries(asks), for_whom: whom, subject, body },
      read: () => {
        const said = Object.fromEntries(asks.map(([name, { input }]) => [name, input.value.trim()]));
        return {
          ...asked,
          ...said,
          deadline: said.deadline === undefined ? asked.deadline : said.deadline || null,
          is_chasing: isChasing.checked,
          for_whom: whom.read(),
          draft_schools: goesTo.count || null,
          is_for_all: whom.isForAll() || (goesTo.count > 0 && !isToSome(goesTo)),
          subject: subject.input.value.trim(),
          body: body.input.value,
        };
      },
      send: kind === "cluster-note" ? bulletin.ways[kind] : bulletin.press.ask,
      kept: bulletin.said.keptForTeam,
    },
    acts,
  );
}

function whyField(name: Name, asked: AskedFields): Field {
  const isOptional = name === "deadline" && asked.kind !== "urgent";
  return field({
    name,
    label: bulletin.labels[name],
    value: asked[name] ?? "",
    ...(name === "deadline" ? { type: "date" } : {}),
    hint: isOptional ? bulletin.hints.deadline : name === "duty" ? bulletin.hints.duty : undefined,
  });
}

/** Ticking and unticking loses nothing that was written. */
function ownWords({ text, marks: found }: OwnWords, body: Input): HTMLElement | null {
  if (text.trim() === "") return null;
  const [label, box] = tick({ checked: body.value.includes(text) }, bulletin.press.useWords);
  const privately = marks(found, body);
  let without = body.value.replace(text, "").trim();
  let withWords: string | null = null;
  const show = (): void => {
    if (privately !== null) privately.hidden = !box.checked;
  };
  box.addEventListener("change", () => {
    const now = body.value;
    if (!box.checked) {
      withWords = now;
      body.value = without;
    } else {
      const isSame = withWords !== null && now === without;
      body.value = isSame ? (withWords ?? "") : [now.trim(), text].filter((part) => part !== "").join("\n\n");
      without = now;
    }
    body.dispatchEvent(new Event("input", { bubbles: true }));
    show();
  });
  show();
  return element("div", { class: "field" }, label, privately);
}
