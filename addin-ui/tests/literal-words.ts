/**
 * Which words that a person could read stand in a source file, outside the catalogue?
 *
 * Two words beside each other, or one with a capital, in a string or a template: unless they stand where nobody reads
 * them, such as in a class, a selector, a comparison, or an error that is for whoever reads the code.
 */
import ts from "typescript";

const PROSE = /\p{L}{2,}[’'.,:;?!…”]*\s+[“(]?\p{L}/u;
const LABEL = /^\s*[“(]?\p{Lu}\p{Ll}+[.,:;?!…]?\s*$/u;

/** Keys, platforms and headers, what the service calls something, and what Outlook says to an add-in alone. */
const NAMES: ReadonlySet<string> = new Set([
  ..."Enter Escape Tab Home End Backspace Delete Android Mac Mailbox Outlook Control Sendwell Authorization".split(
    " ",
  ),
  "Bearer 9",
  "GMT Standard Time",
  "no cluster",
  "The item is no longer open.",
  "Read, not written",
  "The person, or the browser, blocked the dialog.",
]);
/** The body of a message as Outlook gives it, and the letters of text messages. */
const SILENT = /^<html>|^@£\$¥/;
const SILENT_KEYS =
  /^(class|className|id|type|role|name|key|d|style|rel|target|href|for|viewBox|method|autocomplete|aria-(labelledby|describedby|controls)|data-.*|Authorization|Accept|Content-Type|calls|source|happens)$/;
const SILENT_CALLS: ReadonlySet<string> = new Set(
  (
    "querySelector querySelectorAll closest matches addEventListener removeEventListener getAttribute removeAttribute " +
    "createElement createElementNS createTextNode icon associate isSupported isSetSupported RegExp split replace " +
    "includes startsWith endsWith getItem setItem add toggle contains remove at matchMedia"
  ).split(" "),
);
const SILENT_ERRORS = /^(Error|TypeError|DOMException|UnreadableReply|NotRead|Lost|Refusal)$/;

export interface Literal {
  readonly line: number;
  readonly words: string;
}

export function literalWords(name: string, source: string): Literal[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.ESNext, true);
  const found: Literal[] = [];
  const look = (node: ts.Node): void => {
    const words = wordsOf(node);
    if (words !== null && isSaid(words) && !isSilent(node)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push({ line: line + 1, words });
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

/** Of a template what stands around its values, each of which may be a word. */
function wordsOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join("9");
}

const isSaid = (words: string): boolean =>
  (PROSE.test(words) || LABEL.test(words) || /\p{L}{2,}\s+9|9\s+\p{L}{2,}/u.test(words)) &&
  !NAMES.has(words.trim()) &&
  !SILENT.test(words);

/** Looks outwards as far as the value of which the words are a part. */
function isSilent(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isLiteralTypeNode(parent) || ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent))
    return true;
  if (ts.isExternalModuleReference(parent) || ts.isCaseClause(parent)) return true;
  if (ts.isImportTypeNode(parent) || ts.isElementAccessExpression(parent)) return true;
  if (ts.isBinaryExpression(parent)) return isSilentOperation(parent);
  if (ts.isPropertyAssignment(parent))
    return parent.name === node || SILENT_KEYS.test(parent.name.getText().replace(/^["']|["']$/g, ""));
  if (ts.isCallExpression(parent)) return isSilentCall(parent, node);
  if (ts.isNewExpression(parent)) return SILENT_ERRORS.test(parent.expression.getText());
  const goesOn =
    ts.isConditionalExpression(parent) ||
    ts.isParenthesizedExpression(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isTemplateSpan(parent) ||
    ts.isTemplateExpression(parent);
  return goesOn && isSilent(parent);
}

const COMPARES: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.InKeyword,
]);

function isSilentOperation(node: ts.BinaryExpression): boolean {
  const { operatorToken, left } = node;
  if (COMPARES.has(operatorToken.kind)) return true;
  if (operatorToken.kind === ts.SyntaxKind.EqualsToken) return left.getText().endsWith(".className");
  return isSilent(node);
}

/** Of `setAttribute` the first word is a name; `element` says its tag. */
function isSilentCall(call: ts.CallExpression, node: ts.Node): boolean {
  const callee = call.expression;
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
  if (call.arguments[0] === node && (name === "setAttribute" || name === "element")) return true;
  return SILENT_CALLS.has(name);
}
