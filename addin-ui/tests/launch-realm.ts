/**
 * How does a test run the bundle as classic Outlook does?
 *
 * The built file, in an engine of its own that has ES2016, Office, `fetch` and timers, and nothing else: no page, no
 * storage, and none of the built-in functions that came after ES2016.
 */
import { createContext, runInContext } from "node:vm";
import { launchText } from "../dev/launch-file";

let built: Promise<string> | undefined;

/** The text of `launch.js`, built once for each file of tests. */
export function builtBundle(): Promise<string> {
  built ??= launchText();
  return built;
}

/** What the standard library got after ES2016. */
const NEWER = `
  const gone = [
    [Object, "entries values fromEntries getOwnPropertyDescriptors hasOwn groupBy"],
    [Array, "fromAsync"],
    [Array.prototype, "flat flatMap at findLast findLastIndex toSorted toReversed toSpliced with"],
    [String.prototype, "padStart padEnd trimStart trimEnd replaceAll matchAll at isWellFormed toWellFormed"],
    [Promise, "allSettled any withResolvers try"],
    [Promise.prototype, "finally"],
    [Symbol, "asyncIterator"],
    [globalThis, "Intl BigInt WeakRef FinalizationRegistry Atomics SharedArrayBuffer AggregateError WebAssembly Iterator globalThis"],
  ];
  for (const [owner, names] of gone) for (const name of names.split(" ")) delete owner[name];
  delete RegExp.prototype.flags;
`;

export type Completion = Readonly<Record<string, unknown>>;
export interface Fired {
  /** All completions: there should be one. */
  readonly completions: readonly Completion[];
  /** Milliseconds from the start of the event to its first completion. */
  readonly after: number;
}
export interface Realm {
  readonly names: readonly string[];
  /** Resolves when the event is completed, or after six seconds. */
  readonly fire: (name: string, details?: object) => Promise<Fired>;
}

const NEVER_MS = 6000;
/** Long enough for a second completion to show up. */
const LINGER_MS = 30;

export async function openRealm(
  office: object,
  fetcher: (url: string, init: RequestInit) => Promise<unknown>,
  { origin = "https://sendwell.example", onReady = () => Promise.resolve() } = {},
): Promise<Realm> {
  const handlers = new Map<string, (event: object) => void>();
  const actions = {
    associate: (name: string, handler: (event: object) => void) => handlers.set(name, handler),
  };
  const context = createContext({
    Office: Object.assign(office, { actions, onReady }),
    fetch: fetcher,
    // looked up anew, so that a test can hold the clock
    setTimeout: (run: () => void, ms: number, ...args: []) => setTimeout(run, ms, ...args),
    clearTimeout: (timer: NodeJS.Timeout) => clearTimeout(timer),
  });
  runInContext(NEWER, context);
  runInContext((await builtBundle()).replaceAll("__SENDWELL_ORIGIN__", origin), context);
  const fire: Realm["fire"] = async (name, details = {}) => {
    const completions: Completion[] = [];
    const begun = performance.now();
    let after = Number.POSITIVE_INFINITY;
    await new Promise<void>((resolve) => {
      const never = setTimeout(resolve, NEVER_MS);
      const completed = (options: Completion = {}): void => {
        if (completions.length === 0) after = performance.now() - begun;
        completions.push(options);
        clearTimeout(never);
        setTimeout(resolve, LINGER_MS);
      };
      handlers.get(name)?.({ ...details, completed });
    });
    return { completions, after };
  };
  return { names: [...handlers.keys()], fire };
}
