/** Why is there no verdict? */
export type WhyNot =
  | "unreachable"
  | "slow"
  | "busy"
  | "too-big"
  | "refused"
  | "signed-out"
  | "broken"
  | "unreadable"
  | "changing";
