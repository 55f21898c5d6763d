import { AppError } from "@gandan/model/error/app-error";
import { looksLikeHeaders } from "@gandan/model/import/guess-mapping";
import { type Cell, readText } from "@gandan/model/import/read-value";
import Papa from "papaparse";
import { readWorkbook } from "./read-workbook";
import { ArchiveError } from "./zip-archive";

/** Rows above the headers that a file may spend on titles. */
const HEADER_SEARCH = 20;
/** Characters of a CSV file that are parsed at once. */
const SLICE = 1 << 18;

export interface TableSink {
  headers: (headers: string[]) => void;
  /** `line` counts as a spreadsheet does; empty rows are passed over. */
  row: (line: number, cells: Cell[]) => void;
  /** Between two portions of rows of a CSV file; reading waits for it. */
  portion?: () => Promise<void>;
}

type RawSink = (line: number, cells: Cell[]) => void;

/**
 * Reads the first table of a CSV (comma, semicolon or tab; UTF-8 or UTF-16, with or without byte order mark) or XLSX
 * file row by row; the headers are the first row that names a dossier's code, else the first row with anything in it.
 * @throws AppError INVALID import.badFile, import.noHeader
 */
export async function readTable(bytes: Uint8Array, sink: TableSink): Promise<void> {
  const waiting: { line: number; cells: Cell[] }[] = [];
  let begun = false;
  const begin = () => {
    const at = Math.max(
      0,
      waiting.findIndex(({ cells }) => looksLikeHeaders(cells.map(readText))),
    );
    const [head, ...rest] = waiting.slice(at);
    if (!head) throw new AppError("INVALID", "import.noHeader");
    begun = true;
    sink.headers(head.cells.map(readText));
    for (const { line, cells } of rest) sink.row(line, cells);
    waiting.length = 0;
  };
  const take: RawSink = (line, cells) => {
    if (cells.every((cell) => cell === null || cell === "" || (typeof cell === "string" && cell.trim() === ""))) return;
    if (begun) return sink.row(line, cells);
    waiting.push({ line, cells });
    if (waiting.length === HEADER_SEARCH || looksLikeHeaders(cells.map(readText))) begin();
  };
  if (isWorkbook(bytes)) {
    try {
      await readWorkbook(bytes, take);
    } catch (error) {
      if (error instanceof ArchiveError) throw new AppError("INVALID", "import.badFile");
      throw error;
    }
  } else {
    await readCsv(decode(bytes), take, async () => {
      if (begun) await sink.portion?.();
    });
  }
  if (!begun) begin();
}

/** A zip archive, which a workbook is. */
const isWorkbook = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

function decode(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new AppError("INVALID", "import.badFile");
  }
  if (text.includes("\0")) throw new AppError("INVALID", "import.badFile");
  return text;
}

async function readCsv(text: string, take: RawSink, portion: () => Promise<void>): Promise<void> {
  let line = 0;
  let delimiter = "";
  for (const slice of slicesOf(text)) {
    const { data, meta } = Papa.parse<string[]>(slice, { delimiter, delimitersToGuess: [",", ";", "\t"] });
    delimiter ||= meta.delimiter;
    for (const cells of data) take(++line, cells);
    await portion();
  }
}

/** Whole records of about {@link SLICE} characters each, without their last line break: memory stays flat. */
function* slicesOf(text: string): Generator<string> {
  let start = 0;
  let odd = false;
  let end = Math.min(SLICE, text.length);
  let quote = text.indexOf('"');
  while (start < text.length) {
    end = text.indexOf("\n", end);
    if (end < 0) end = text.length;
    for (; quote >= 0 && quote < end; quote = text.indexOf('"', quote + 1)) odd = !odd;
    // An odd number of quotes so far: the line break stands inside a field.
    if (odd && end < text.length) {
      end++;
      continue;
    }
    yield text.slice(start, end > start && text[end - 1] === "\r" ? end - 1 : end);
    start = end + 1;
    end = Math.min(start + SLICE, text.length);
  }
}
