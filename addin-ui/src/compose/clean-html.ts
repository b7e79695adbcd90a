/**
 * What of pasted or sample markup may enter the message?
 *
 * Everything that Word and Outlook write (styles, classes, tables, `o:p`) stays, because that is what real
 * drafts look like. Scripts, event handlers, forms, frames and anything fetched from elsewhere does not.
 */
const DROPPED =
  "script,style,link,meta,base,title,iframe,object,embed,form,input,button,textarea,select,template,noscript,video,audio,source,svg,math";
const KEPT_ATTRIBUTES: ReadonlySet<string> = new Set([
  "style", "class", "href", "title", "alt", "lang", "dir", "align", "valign", "width", "height", "colspan", "rowspan",
  "border", "cellpadding", "cellspacing", "bgcolor", "color", "face", "size", "id", "type", "start", "src",
]); // prettier-ignore

/** An inert document reads the markup: nothing in it runs or is fetched. */
export function cleanFragment(html: string): DocumentFragment {
  const read = new DOMParser().parseFromString(html, "text/html");
  read.querySelectorAll(DROPPED).forEach((node) => {
    node.remove();
  });
  dropComments(read.body);
  read.body.querySelectorAll("*").forEach(cleanAttributes);
  const fragment = document.createDocumentFragment();
  fragment.append(...[...read.body.childNodes].map((node) => document.importNode(node, true)));
  return fragment;
}

function dropComments(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode() !== null) comments.push(walker.currentNode);
  comments.forEach((comment) => comment.parentNode?.removeChild(comment));
}

function cleanAttributes(made: Element): void {
  for (const { name, value } of [...made.attributes]) {
    if (!KEPT_ATTRIBUTES.has(name.toLowerCase()) || !isHarmless(name.toLowerCase(), value))
      made.removeAttribute(name);
  }
}

function isHarmless(name: string, value: string): boolean {
  if (name === "href") return /^(https?:|mailto:|tel:|#)/i.test(value.trim());
  if (name === "src") return /^(data:image\/|cid:)/i.test(value.trim());
  if (name === "style") return !/url\s*\(|expression\s*\(|position\s*:\s*fixed/i.test(value);
  return true;
}
