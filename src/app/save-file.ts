/** How long a download may take to be picked up by the browser, in milliseconds. */
const PICK_UP_TIME = 60_000;

/**
 * Gives a file to the user as a download: whether to ask for a place is a setting of the browser. The dialog of
 * the File System Access API is no choice here: it opens only shortly after a click, and a large picture takes longer.
 */
export async function saveFile(blob: Blob, fileName: string): Promise<void> {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.rel = "noopener";
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), PICK_UP_TIME);
}
