/**
 * Where is the service?
 *
 * Where a page of ours loads the bundle, at that page's own origin. Classic Outlook loads the file without any page,
 * so the service writes its own address into the file when it gives it away.
 */
const WRITTEN_BY_THE_SERVICE = "__SENDWELL_ORIGIN__";
const OUR_PAGE = /\/addin\/launch(?:-try)?\.html$/;

export function originOfService(): string {
  if (typeof location !== "undefined" && OUR_PAGE.test(location.pathname)) return location.origin;
  return /^https?:/.test(WRITTEN_BY_THE_SERVICE) ? WRITTEN_BY_THE_SERVICE : "";
}
