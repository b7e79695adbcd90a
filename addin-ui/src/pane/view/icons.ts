/** Which shape means what? Paths on a 20 by 20 grid, drawn with lines; each severity has its own outline. */
import { icon } from "../../dom/element";
import type { Channel, Severity } from "../../wire/contract";

const SEVERITY_PATHS: Readonly<Record<Severity, string>> = {
  clear: "M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15M6.5 10.2l2.4 2.4l4.6-5",
  info: "M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15M10 9v4.5M10 6.3v.4",
  warn: "M10 2.8l7.6 13.7H2.4zM10 8v4.2M10 14v.4",
  justify: "M10 1.8l8.2 8.2l-8.2 8.2l-8.2-8.2zM8.2 8a1.8 1.8 0 1 1 2.6 1.7c-.6.3-.8.6-.8 1.3M10 13.3v.4",
  block: "M6.6 2.2h6.8l4.4 4.4v6.8l-4.4 4.4H6.6l-4.4-4.4V6.6zM6.2 10h7.6",
};
const CHANNEL_PATHS: Readonly<Record<Channel, string>> = {
  send: "M3 10l14-6.5l-4 13.5l-3.2-5.3zM9.8 11.7L17 3.5",
  bulletin: "M3 4h11v12.5H5A2 2 0 0 1 3 14.5zM14 8h3v6.5a2 2 0 0 1-2 2M6 7.5h5M6 10.5h5M6 13.5h3",
  "communications-team": "M3 8.2v3.6h2.8L13 16V4L5.8 8.2zM16 7.5a3.5 3.5 0 0 1 0 5M6.5 12l1 4.5h2",
  "local-officer": "M10 3a3 3 0 1 0 0 6a3 3 0 1 0 0-6M4 17c0-3.3 2.7-5.5 6-5.5s6 2.2 6 5.5",
  "secure-channel": "M4.5 9h11v8h-11zM6.8 9V6.2a3.2 3.2 0 0 1 6.4 0V9M10 12v2",
  telephone:
    "M5.2 3h2.6l1.3 3.6l-1.8 1.5a9 9 0 0 0 4.6 4.6l1.5-1.8L17 12.2v2.6A2.2 2.2 0 0 1 14.6 17A12 12 0 0 1 3 5.4A2.2 2.2 0 0 1 5.2 3z",
  "unknown-audience":
    "M7.5 7.6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M10 14v.4M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15",
};

export const severityIcon = (severity: Severity): SVGSVGElement => icon(SEVERITY_PATHS[severity]);
export const channelIcon = (channel: Channel): SVGSVGElement =>
  icon(CHANNEL_PATHS[channel], "icon channel-icon");
export const chevron = (): SVGSVGElement => icon("M7.5 5l5 5l-5 5", "icon chevron");
export const cloudOff = (): SVGSVGElement =>
  icon(
    "M3 3l14 14M8 5.4A4.6 4.6 0 0 1 14.6 8.6A3.6 3.6 0 0 1 16.6 14M12.5 15.5H6A3.7 3.7 0 0 1 5 8.3",
    "icon",
  );
export const people = (): SVGSVGElement =>
  icon(
    "M7.5 4a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5M2.5 16c0-2.8 2-4.8 5-4.8s5 2 5 4.8M13 4.3a2.3 2.3 0 0 1 0 4.5M14.3 11.5c2 .5 3.2 2.2 3.2 4.5",
  );
