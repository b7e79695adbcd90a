/** How does the pane forget all it knows? By being loaded anew, which is sure to leave nothing behind. */
export function beginAgain(): void {
  window.location.reload();
}
