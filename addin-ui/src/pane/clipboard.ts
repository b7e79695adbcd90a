/**
 * Can these words be put on the clipboard?
 *
 * The frame that Outlook gives an add-in may lack the newer way, so the older one is tried as well.
 */
export async function copyWords(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return copyBySelection(words);
  }
}

function copyBySelection(words: string): boolean {
  const focused = document.activeElement;
  const holder = document.createElement("textarea");
  holder.value = words;
  holder.className = "unseen";
  holder.setAttribute("aria-hidden", "true");
  document.body.append(holder);
  holder.select();
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way without leave to use the clipboard
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    holder.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}
