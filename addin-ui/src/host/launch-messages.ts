/**
 * What passes between the compose window and the frame in which the add-in's events run?
 *
 * The names of its functions when they are associated, a start with the event's own details, and what it completes
 * with. Everything else passes as with the pane's frame (`messages.ts`).
 */
export type FromLaunch =
  | { readonly sendwell: "associated"; readonly name: string }
  | { readonly sendwell: "completed"; readonly id: number; readonly options: unknown };
export interface ToLaunch {
  readonly sendwell: "launch";
  readonly id: number;
  readonly name: string;
  readonly details: object;
}

const kindOf = (data: unknown): unknown =>
  typeof data === "object" && data !== null && "sendwell" in data ? data.sendwell : null;

export const isFromLaunch = (data: unknown): data is FromLaunch =>
  ["associated", "completed"].includes(String(kindOf(data)));
export const isToLaunch = (data: unknown): data is ToLaunch => kindOf(data) === "launch";
