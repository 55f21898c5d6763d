import { isUtf8 } from "node:buffer";
import { AppError } from "@gandan/model/error/app-error";
import { looksLikeHeaders } from "@gandan/model/import/guess-mapping";
import { type Cell, readText } from "@gandan/model/import/read-value";
import Papa from "papaparse";
import { readWorkbook } from "./read-workbook";
import { ArchiveError } from "./zip-archive";

/** Rows above the headers that a file may spend on titles. */
const HEADER_SEARCH = 20;
/** Bytes of a CSV file that are parsed at once. */
const SLICE = 1 << 17;
const [LINE_FEED, RETURN, QUOTE] = [0x0a, 0x0d, 0x22];

export interface TableSink {
  headers: (headers: string[]) => void;
  /** `line` counts as a spreadsheet does; empty rows are passed over. */
  row: (line: number, cells: Cell[]) => void;
  /** Between two portions of rows; reading waits for it. */
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
    if (cells.every(isEmpty)) return;
    if (begun) return sink.row(line, cells);
    waiting.push({ line, cells });
    if (waiting.length === HEADER_SEARCH || looksLikeHeaders(cells.map(readText))) begin();
  };
  const portion = async () => {
    if (begun) await sink.portion?.();
  };
  if (isWorkbook(bytes)) {
    try {
      await readWorkbook(bytes, take, portion);
    } catch (error) {
      if (error instanceof ArchiveError) throw new AppError("INVALID", "import.badFile");
      throw error;
    }
  } else {
    await readCsv(inUtf8(bytes), take, portion);
  }
  if (!begun) begin();
}

const isEmpty = (cell: Cell) => cell === null || (typeof cell === "string" && cell.trim() === "");

/** A zip archive, which a workbook is. */
const isWorkbook = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

const startsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte);

/** The file in UTF-8 without its byte order mark. */
function inUtf8(bytes: Uint8Array): Buffer {
  const encoding = startsWith(bytes, [0xff, 0xfe]) ? "utf-16le" : startsWith(bytes, [0xfe, 0xff]) ? "utf-16be" : null;
  const whole = encoding ? fromUtf16(bytes, encoding) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isUtf8(whole) || whole.includes(0)) throw new AppError("INVALID", "import.badFile");
  return startsWith(whole, [0xef, 0xbb, 0xbf]) ? whole.subarray(3) : whole;
}

function fromUtf16(bytes: Uint8Array, encoding: string): Buffer {
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    throw new AppError("INVALID", "import.badFile");
  }
}

async function readCsv(bytes: Buffer, take: RawSink, portion: () => Promise<void>): Promise<void> {
  let line = 0;
  let delimiter = "";
  for (const slice of slicesOf(bytes)) {
    const text = slice.toString("utf8");
    // Without quotes each line is a record, whichever line break it ends with.
    const isPlain = !text.includes('"') && text.includes("\n");
    const { data, meta } = Papa.parse<string[]>(text, {
      delimiter,
      delimitersToGuess: [",", ";", "\t"],
      ...(isPlain ? { newline: "\n" } : {}),
    });
    delimiter ||= meta.delimiter;
    for (const cells of data) {
      if (isPlain) dropReturn(cells);
      take(++line, cells);
    }
    await portion();
  }
}

/** Takes the first half of a line break of two signs off the last cell. */
function dropReturn(cells: string[]): void {
  const last = cells.length - 1;
  if (cells[last]?.endsWith("\r")) cells[last] = cells[last].slice(0, -1);
}

/** Whole records of about {@link SLICE} bytes each, without their last line break: memory stays flat. */
function* slicesOf(bytes: Buffer): Generator<Buffer> {
  let start = 0;
  let odd = false;
  let end = Math.min(SLICE, bytes.length);
  let quote = bytes.indexOf(QUOTE);
  while (start < bytes.length) {
    end = bytes.indexOf(LINE_FEED, end);
    if (end < 0) end = bytes.length;
    for (; quote >= 0 && quote < end; quote = bytes.indexOf(QUOTE, quote + 1)) odd = !odd;
    // An odd number of quotes so far: the line break stands inside a field.
    if (odd && end < bytes.length) {
      end++;
      continue;
    }
    yield bytes.subarray(start, end > start && bytes[end - 1] === RETURN ? end - 1 : end);
    start = end + 1;
    end = Math.min(start + SLICE, bytes.length);
  }
}
