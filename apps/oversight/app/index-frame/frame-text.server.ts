/** The text of a frame in a form: of the file when one was chosen, else as pasted; with plain line ends. */
export async function sentText(form: FormData): Promise<string> {
  const file = form.get("file");
  const text = file instanceof File && file.size > 0 ? await file.text() : String(form.get("yaml") ?? "");
  return text.replaceAll("\r\n", "\n");
}
