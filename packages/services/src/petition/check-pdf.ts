import { inflateSync } from "node:zlib";

/** Why a file is no PDF to keep: not whole, locked with a password, or with something in it that acts by itself. */
type PdfProblem = "fileBroken" | "fileLocked" | "fileActive";

/** Names of a PDF that run something, open something else, or carry files within. */
const ACTIVE = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)(?![A-Za-z0-9])/;
/** Streams that hold objects, and so names; those of pictures and text hold none. */
const OBJECT_STREAM = /\/Type\s*\/ObjStm(?![A-Za-z])/;
/** What all of them may be unpacked: a real one has kilobytes. */
const MOST_UNPACKED = 64 * 1024 * 1024;

export const isPdf = (file: Uint8Array): boolean => Buffer.from(file.subarray(0, 5)).toString("latin1") === "%PDF-";

/** Names may be written with signs in hex ("/J#53"). */
const plainNames = (text: string) =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The dictionaries of a PDF as text, those in packed object streams too; null when one cannot be unpacked. */
function dictionariesOf(text: string): string | null {
  const parts: string[] = [];
  let rest = 0;
  let unpacked = 0;
  for (const { index } of text.matchAll(/(?<!end)stream\r?\n/g)) {
    if (index < rest) continue;
    const before = text.slice(rest, index);
    parts.push(before);
    const from = text.indexOf("\n", index) + 1;
    const end = text.indexOf("endstream", from);
    if (end < 0) return null;
    rest = end;
    const head = plainNames(before.slice(before.lastIndexOf(" obj")));
    if (!OBJECT_STREAM.test(head)) continue;
    const body = Buffer.from(text.slice(from, end), "latin1");
    if (!/\/Filter/.test(head)) parts.push(body.toString("latin1"));
    else {
      try {
        const plain = inflateSync(body, { maxOutputLength: MOST_UNPACKED - unpacked });
        unpacked += plain.length;
        parts.push(plain.toString("latin1"));
      } catch {
        return null;
      }
    }
  }
  parts.push(text.slice(rest));
  return parts.join("\n");
}

/**
 * Looks at a PDF by its content, whatever the file is called: that it is whole, can be read without a password, and holds
 * nothing that acts when it is opened. Null when it is fit to be kept; it is kept as it came, for it may be evidence.
 */
export function checkPdf(file: Uint8Array): PdfProblem | null {
  const text = Buffer.from(file).toString("latin1");
  const tail = text.slice(-2_048);
  if (!isPdf(file) || !/^%PDF-[12]\.\d/.test(text) || !/startxref\s+\d+\s+%%EOF\s*$/.test(tail)) return "fileBroken";
  const dictionaries = dictionariesOf(text);
  if (dictionaries === null) return "fileBroken";
  const names = plainNames(dictionaries);
  if (/\/Encrypt(?![A-Za-z])/.test(names)) return "fileLocked";
  return ACTIVE.test(names) ? "fileActive" : null;
}
