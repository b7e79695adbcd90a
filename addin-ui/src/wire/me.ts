/** Who is asking, and how do they stand with the policy? What is not known is left empty, and asked of nobody. */
import { askerAt } from "./ask";
import { list, object, text } from "./read-reply";

/** A policy that its owner should have looked at again by now. */
export interface OldPolicy {
  readonly title: string;
  readonly reviewBy: string;
}
export interface Me {
  /** Empty where the person is not known. */
  readonly standing: string;
  /** A day; empty where nothing was signed. */
  readonly signedOn: string;
  readonly signAt: string;
  readonly outOfDate: readonly OldPolicy[];
}

export function readMe(value: unknown): Me {
  const v = object(value);
  const at = text(v.sign_at);
  return {
    standing: text(v.standing),
    signedOn: text(v.signed_at).slice(0, 10),
    signAt: at.startsWith("/") ? at : "",
    outOfDate: list(v.out_of_date).map((one) => ({
      title: text(object(one).title),
      reviewBy: text(object(one).review_by),
    })),
  };
}

export const askMe = (origin: string, deadlineMs: number, fetcher: typeof fetch): Promise<Me> =>
  askerAt(`${origin}/api/v1`, deadlineMs, fetcher)("GET", "/me", null, readMe);
