import { isAscii } from "node:buffer";
import type { Cell } from "@gandan/model/import/read-value";
import { ArchiveError, ZipArchive } from "./zip-archive";

const MIB = 1024 * 1024;
/** Most that a part may unpack to; a file made to fill the memory ends here. */
const MOST = { part: 16 * MIB, strings: 256 * MIB, sheet: 1024 * MIB, row: 16 * MIB } as const;
const MS_A_DAY = 86_400_000;
/** Day 0 of a workbook (1899-12-30) before 1970-01-01, and of one that counts from 1904. */
const EPOCH = { 1900: 25_569, 1904: 24_107 } as const;

// Some writers give every element a prefix: <x:row>.
const START_OF_ROWS = /<((?:\w+:)?)sheetData\b[^>]*>/;
const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
/** A cell as most writers write it. */
const USUAL_CELL = /<c r="([A-Z]+)\d*"(?: s="(\d+)")?(?: t="(\w+)")?(?:\/>|><v>([^<]*)<\/v><\/c>)/y;
const VALUE = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/;
const TEXT = /<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g;
const STRING_ITEM = /<(?:\w+:)?si\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g;
const PHONETIC = /<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g;

interface Book {
  strings: string[];
  /** Whether a style shows its number as a date. */
  isDate: boolean[];
  epoch: number;
}

/**
 * Reads the first visible sheet of a workbook (ECMA-376, XLSX) row by row, without holding more than a few rows. A cell
 * shown as a date is a Date, the wall clock written as UTC; of a formula the value last worked out counts.
 * @throws ArchiveError
 */
export async function readWorkbook(
  bytes: Uint8Array,
  take: (line: number, cells: Cell[]) => void,
  portion: () => Promise<void> = async () => {},
): Promise<void> {
  const archive = new ZipArchive(bytes);
  const workbook = await archive.text("xl/workbook.xml", MOST.part);
  const sheet = sheetPath(workbook, await archive.text("xl/_rels/workbook.xml.rels", MOST.part));
  const book: Book = {
    strings: archive.has("xl/sharedStrings.xml")
      ? readStrings(await archive.text("xl/sharedStrings.xml", MOST.strings))
      : [],
    isDate: archive.has("xl/styles.xml") ? readDateStyles(await archive.text("xl/styles.xml", MOST.part)) : [],
    epoch: /<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(workbook) ? EPOCH[1904] : EPOCH[1900],
  };
  const decoder = new PieceDecoder();
  const rows = new RowFinder();
  let line = 0;
  for await (const piece of archive.open(sheet, MOST.sheet)) {
    const text = decoder.read(piece);
    for (const { attributes, inner } of rows.find(text)) {
      line = Number(attribute(attributes, "r") ?? line + 1);
      if (inner !== "") take(line, readCells(inner, book));
    }
    await portion();
  }
}

interface FoundRow {
  attributes: string;
  inner: string;
}

/** Finds the rows of a sheet in the pieces of its text; what follows the rows is passed over. */
class RowFinder {
  #state: "before" | "within" | "after" = "before";
  #rest = "";
  #open = "";
  #close = "";
  #end = "";

  /**
   * The rows that end in this piece.
   * @throws ArchiveError when a row is longer than any real one
   */
  *find(piece: string): Generator<FoundRow> {
    if (this.#state === "after") return;
    const text = this.#rest + piece;
    let at = 0;
    if (this.#state === "before") {
      const start = START_OF_ROWS.exec(text);
      if (start) {
        const [whole, prefix = ""] = start;
        this.#state = whole.endsWith("/>") ? "after" : "within";
        this.#open = `<${prefix}row`;
        this.#close = `</${prefix}row>`;
        this.#end = `</${prefix}sheetData>`;
        at = start.index + whole.length;
      }
    }
    while (this.#state === "within") {
      const row = this.#rowFrom(text, at);
      if (!row) break;
      at = row.end;
      yield row;
    }
    if (this.#state === "within" && text.includes(this.#end, at)) this.#state = "after";
    this.#rest = this.#state === "after" ? "" : text.slice(at);
    if (this.#rest.length > MOST.row) throw new ArchiveError("a row is too long");
  }

  #rowFrom(text: string, from: number): (FoundRow & { end: number }) | undefined {
    const start = text.indexOf(this.#open, from);
    const head = start < 0 ? -1 : text.indexOf(">", start);
    if (head < 0) return undefined;
    const attributes = text.slice(start + this.#open.length, head);
    if (attributes.endsWith("/")) return { attributes, inner: "", end: head + 1 };
    const stop = text.indexOf(this.#close, head);
    if (stop < 0) return undefined;
    return { attributes, inner: text.slice(head + 1, stop), end: stop + this.#close.length };
  }
}

/** Texts of the pieces of a file in UTF-8. A sheet whose texts stand elsewhere is of plain letters, mere bytes. */
class PieceDecoder {
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });
  /** Whether a sign may have been cut in two by the end of the last piece. */
  #isOpen = false;

  /** @throws ArchiveError */
  read(piece: Buffer): string {
    const isPlain = isAscii(piece);
    if (isPlain && !this.#isOpen) return piece.toString("latin1");
    this.#isOpen = !isPlain;
    try {
      return this.#decoder.decode(piece, { stream: true });
    } catch {
      throw new ArchiveError("not UTF-8");
    }
  }
}

function attribute(attributes: string, name: string): string | undefined {
  const at = attributes.indexOf(` ${name}="`);
  if (at < 0) return undefined;
  const start = at + name.length + 3;
  return attributes.slice(start, attributes.indexOf('"', start));
}

/** Path of the first sheet that is not hidden. */
function sheetPath(workbook: string, relations: string): string {
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\b([^>]*)>/g)].map(([, attributes = ""]) => attributes);
  const first = sheets.find((attributes) => !/\bstate="(?:veryH|h)idden"/.test(attributes)) ?? sheets[0];
  const id = first && /\b\w+:id="([^"]*)"/.exec(first)?.[1];
  for (const [, attributes = ""] of relations.matchAll(/<(?:\w+:)?Relationship\b([^>]*)>/g)) {
    const target = attribute(attributes, "Target");
    if (attribute(attributes, "Id") !== id || !target) continue;
    return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
  }
  throw new ArchiveError("no sheet");
}

function readStrings(xml: string): string[] {
  const strings: string[] = [];
  for (const [, inner = ""] of xml.matchAll(STRING_ITEM)) strings.push(stringOf(inner));
  return strings;
}

/** Most hold a single run without attributes. */
function stringOf(xml: string): string {
  const isSingle = xml.startsWith("<t>") && xml.indexOf("<", 3) === xml.length - 4 && xml.endsWith("</t>");
  return isSingle ? plain(xml.slice(3, -4)) : textOf(xml);
}

/** All runs of a rich text; how it is read out (Japanese) is no part of it. */
function textOf(xml: string): string {
  const shown = xml.includes("rPh") ? xml.replace(PHONETIC, "") : xml;
  let text = "";
  for (const [, run = ""] of shown.matchAll(TEXT)) text += plain(run);
  return text;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function plain(xml: string): string {
  let text = xml;
  if (text.includes("&")) {
    text = text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
      if (name) return ENTITIES[name] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? charOf(code) : whole;
    });
  }
  // Characters that XML cannot hold stand as _x000D_.
  return text.includes("_x") ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => charOf(Number.parseInt(hex, 16))) : text;
}

/** Nothing for the character that no text of a database can hold. */
const charOf = (code: number) => (code === 0 ? "" : String.fromCodePoint(code));

/** Formats that come with the format itself: dates and times, also those of East Asia. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

function readDateStyles(xml: string): boolean[] {
  const dateFormats = new Set<number>();
  for (const [, attributes = ""] of xml.matchAll(/<(?:\w+:)?numFmt\b([^>]*)>/g)) {
    const code = plain(attribute(attributes, "formatCode") ?? "").replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
    if (/[dmyhs]/i.test(code) && !/general/i.test(code)) dateFormats.add(Number(attribute(attributes, "numFmtId")));
  }
  const styles = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? "";
  return [...styles.matchAll(/<(?:\w+:)?xf\b([^>]*)>/g)].map(([, attributes = ""]) => {
    const id = Number(attribute(attributes, "numFmtId") ?? 0);
    return isBuiltInDate(id) || dateFormats.has(id);
  });
}

function readCells(row: string, book: Book): Cell[] {
  return readUsualCells(row, book) ?? readAnyCells(row, book);
}

/** Of a row of cells all written as usual, several times as fast; null for any other. */
function readUsualCells(row: string, book: Book): Cell[] | null {
  const cells: Cell[] = [];
  USUAL_CELL.lastIndex = 0;
  for (let at = 0; at < row.length; at = USUAL_CELL.lastIndex) {
    const found = USUAL_CELL.exec(row);
    const place = found && columnOf(found[1]);
    if (!found || place === undefined || place === null) return null;
    while (cells.length < place) cells.push(null);
    const value = found[4];
    cells[place] = value === undefined ? null : cellValue(found[3], found[2], value, book);
  }
  return cells;
}

function readAnyCells(row: string, book: Book): Cell[] {
  const cells: Cell[] = [];
  for (const [, attributes = "", inner] of row.matchAll(CELL)) {
    const place = columnOf(attribute(attributes, "r")) ?? cells.length;
    while (cells.length < place) cells.push(null);
    cells[place] = inner === undefined ? null : readCell(attributes, inner, book);
  }
  return cells;
}

/** Column from 0 of "AB12"; the widest sheet has 16,384. */
function columnOf(reference: string | undefined): number | undefined {
  if (!reference) return undefined;
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column > 0 && column <= 16_384 ? column - 1 : undefined;
}

function readCell(attributes: string, inner: string, book: Book): Cell {
  const type = attribute(attributes, "t");
  if (type === "inlineStr") return textOf(inner);
  const value = VALUE.exec(inner)?.[1];
  return value === undefined ? null : cellValue(type, attribute(attributes, "s"), value, book);
}

function cellValue(type: string | undefined, style: string | undefined, value: string, book: Book): Cell {
  if (type === "e") return null;
  if (type === "s") return book.strings[Number(value)] ?? null;
  if (type === "str" || type === "d") return plain(value);
  if (type === "b") return value === "1" ? "true" : "false";
  const number = Number(value);
  if (!Number.isFinite(number)) return null;
  if (style === undefined || !book.isDate[Number(style)]) return number;
  return new Date(Math.round((number - book.epoch) * MS_A_DAY));
}
