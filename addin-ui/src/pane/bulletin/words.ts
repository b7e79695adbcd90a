/** How does the form for the bulletin say it? */
import type { Stage } from "../../wire/item";

export const PHASES: Readonly<Record<string, string>> = {
  nursery: "Nursery",
  primary: "Primary",
  middle: "Middle",
  secondary: "Secondary",
  "16-plus": "16 and over",
  "all-through": "All-through",
  special: "Special",
  "alternative-provision": "Alternative provision",
  other: "Other",
};
export const ROLES: Readonly<Record<string, string>> = {
  office: "School office",
  head: "Headteacher",
  senco: "SENCO",
  safeguarding: "Safeguarding lead",
  "business-manager": "Business manager",
  admissions: "Admissions",
  governors: "Governors",
  "early-years": "Early years",
};
export const STAGES: Readonly<Record<Stage, string>> = {
  submitted: "With the editors",
  claimed: "Being edited",
  "sent-back": "Sent back to you",
  ready: "Ready",
  placed: "Placed in an issue",
  out: "Gone out",
  declined: "Declined",
  withdrawn: "Taken back",
};
export const HEADLINE_MAX = 60;
export const SUMMARY_MAX = 100;
