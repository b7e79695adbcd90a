/** Which message is being written? Null in a group's mailbox, a public folder, or one hidden from the directory. */
export function openItem(): Office.MessageCompose | null {
  try {
    const item = Office.context.mailbox.item as
      (Office.MessageCompose & { itemType?: string }) | null | undefined;
    const isWritten = typeof item === "object" && item !== null && typeof item.subject !== "string";
    return isWritten && item.itemType !== "appointment" ? item : null;
  } catch {
    return null;
  }
}
