import { toInstant } from "@gandan/calendar/local-time";
import type { Channel, SignerRole } from "../dossier/dossier-event";
import { DOSSIER_STATES, type DossierState } from "../dossier/dossier-facts";
import { foldText } from "./fold-text";
import type { DateOrder } from "./import-mapping";

/** What a cell of a file holds: CSV gives texts only; a Date of a workbook is the wall clock written as UTC. */
export type Cell = string | number | Date | null;

/** A time of a file. `dayOnly` when the file names no hour: then `minute` is the start of the day. */
export interface ReadTime {
  /** Local minute, see calendar/local-time. */
  minute: number;
  dayOnly: boolean;
}

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[,\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const TIME_FIRST = /^(\d{1,2}):(\d{2})(?::(\d{2}))?[,\s]+(\d{1,2}[-/.]\d{1,2}[-/.]\d{4})$/;
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/;
const MINUTES_A_DAY = 1440;
const UTC_OFFSET = 420;
/** Day 0 of a workbook (1899-12-30) before 1970-01-01. */
const WORKBOOK_EPOCH_DAYS = 25_569;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/**
 * Reads a time: "23/11/2026 08:30[:00]", "23/11/2026", "08:30 23/11/2026", ISO 8601 with or without zone, a workbook's
 * date or day number. Times without a zone are the wall clock of Viet Nam; seconds are left out.
 * @returns null for an empty cell, undefined for what is no real date between 1990 and 2100
 */
export function readTime(cell: Cell, order: DateOrder = "dmy"): ReadTime | null | undefined {
  if (cell === null || cell === "") return null;
  if (cell instanceof Date) return fromMinutes(Math.floor(cell.getTime() / 60_000 + 1e-4));
  if (typeof cell === "number") return fromMinutes(Math.round((cell - WORKBOOK_EPOCH_DAYS) * MINUTES_A_DAY));
  const text = cell.trim();
  if (text === "") return null;
  const last = YEAR_LAST.exec(text);
  if (last) {
    const [first, second] = [Number(last[1]), Number(last[2])];
    const [day, month] = order === "mdy" ? [second, first] : [first, second];
    return fromParts(Number(last[3]), month, day, last[4], last[5]);
  }
  if (WITH_ZONE.test(text)) {
    const ms = Date.parse(text);
    return Number.isNaN(ms) ? undefined : fromMinutes(Math.floor(ms / 60_000) + UTC_OFFSET, false);
  }
  const first = YEAR_FIRST.exec(text);
  if (first) return fromParts(Number(first[1]), Number(first[2]), Number(first[3]), first[4], first[5]);
  const swapped = TIME_FIRST.exec(text);
  if (swapped) return readTime(`${swapped[4]} ${swapped[1]}:${swapped[2]}`, order);
  if (/^\d{5}([.,]\d+)?$/.test(text)) return readTime(Number(text.replace(",", ".")));
  return undefined;
}

function fromParts(year: number, month: number, day: number, hour?: string, minute?: string): ReadTime | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const ms = Date.UTC(year, month - 1, day);
  if (day > 28 && new Date(ms).getUTCDate() !== day) return undefined;
  const start = ms / 60_000;
  if (hour === undefined) return { minute: start, dayOnly: true };
  if (Number(hour) > 23 || Number(minute) > 59) return undefined;
  return { minute: start + Number(hour) * 60 + Number(minute), dayOnly: false };
}

function fromMinutes(minute: number, mayBeDay = true): ReadTime | undefined {
  if (!Number.isFinite(minute)) return undefined;
  if (minute < Date.UTC(FIRST_YEAR) / 60_000 || minute >= Date.UTC(LAST_YEAR + 1) / 60_000) return undefined;
  return { minute, dayOnly: mayBeDay && minute % MINUTES_A_DAY === 0 };
}

/** The cell as one line of text, "" when empty. */
export function readText(cell: Cell): string {
  if (cell === null) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 16).replace("T", " ");
  return String(cell).trim();
}

const DAYS = new Map<number, string>();
const TWO_DIGITS = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, "0"));

/** ISO 8601 UTC of a local minute; as toISOString, several times as fast in a file of the same few days. */
export function isoOf(minute: number): string {
  const utc = minute - UTC_OFFSET;
  const day = Math.floor(utc / MINUTES_A_DAY);
  let date = DAYS.get(day);
  if (date === undefined) {
    if (DAYS.size > 10_000) DAYS.clear();
    date = toInstant(day * MINUTES_A_DAY + UTC_OFFSET)
      .toISOString()
      .slice(0, 11);
    DAYS.set(day, date);
  }
  const rest = utc - day * MINUTES_A_DAY;
  return `${date}${TWO_DIGITS[Math.floor(rest / 60)]}:${TWO_DIGITS[rest % 60]}:00.000Z`;
}

const CHANNEL_WORDS: Record<Channel, readonly string[]> = {
  direct: ["truc tiep", "nop truc tiep", "tai quay", "tai bo phan mot cua", "direct"],
  online: ["truc tuyen", "nop truc tuyen", "qua mang", "online", "dvc truc tuyen", "dich vu cong truc tuyen"],
  post: ["buu chinh", "buu chinh cong ich", "buu dien", "qua buu chinh", "qua buu chinh cong ich", "post"],
  home: ["tai nha", "tiep nhan tai nha", "nop tai nha", "luu dong", "home"],
};

/** National wording of the ten states, and what older systems write for them. */
const STATE_WORDS: Record<DossierState, readonly string[]> = {
  new: ["moi dang ky", "cho tiep nhan", "moi", "new"],
  accepted: ["duoc tiep nhan", "da tiep nhan", "accepted"],
  "not-accepted": ["khong duoc tiep nhan", "khong tiep nhan", "tu choi", "tu choi tiep nhan", "not accepted"],
  processing: ["dang xu ly", "cho xu ly", "cho phe duyet", "processing"],
  "awaiting-supplement": ["yeu cau bo sung giay to", "yeu cau bo sung", "cho bo sung", "awaiting supplement"],
  "awaiting-duty": [
    "yeu cau thuc hien nghia vu tai chinh",
    "thuc hien nghia vu tai chinh",
    "cho nghia vu tai chinh",
    "awaiting duty",
  ],
  withdrawn: ["cong dan yeu cau rut", "cong dan yeu cau rut ho so", "rut ho so", "da rut", "withdrawn"],
  stopped: ["dung xu ly", "da huy", "tam dung", "stopped"],
  finished: ["da xu ly xong", "xu ly xong", "hoan thanh", "da co ket qua", "cho tra ket qua", "finished"],
  "handed-over": ["da tra ket qua", "da tra", "da tra kq", "handed over"],
};

const SIGNER_WORDS: Record<SignerRole, readonly string[]> = {
  chairman: ["chu tich", "chu tich ubnd", "chu tich ubnd xa", "chu tich ubnd phuong", "ct", "chairman"],
  "vice-chairman": [
    "pho chu tich",
    "pho chu tich ubnd",
    "pho chu tich ubnd xa",
    "pho chu tich ubnd phuong",
    "pct",
    "vice chairman",
  ],
  "head-of-office": ["chanh van phong", "cvp", "chanh van phong ubnd", "head of office"],
  officer: ["cong chuc", "can bo", "chuyen vien", "officer"],
};

/** Looks words up by their folded form, which is worked out once for each way of writing. */
function lookup<V extends string>(words: Record<V, readonly string[]>, other?: (text: string) => V | undefined) {
  const folded = new Map(
    (Object.keys(words) as V[]).flatMap((value) => words[value].map((word): [string, V] => [foldText(word), value])),
  );
  const read = new Map<string, V | undefined>();
  return (text: string): V | undefined => {
    if (!read.has(text)) {
      // What a file makes up must not fill the memory of a server.
      if (read.size > 1000) read.clear();
      read.set(text, folded.get(foldText(text).replace(/^\d{1,2} (?=\D)/, "")) ?? other?.(text));
    }
    return read.get(text);
  };
}

/** The channel that a text names, without regard to case and accents; undefined for an unknown one. */
export const readChannel = lookup(CHANNEL_WORDS);
/** The state that a text names in national wording or as one of the numbers 1–10; undefined for an unknown one. */
export const readState = lookup(STATE_WORDS, (text) => DOSSIER_STATES[Number(text) - 1]);
/** Who signed, by office; undefined for an unknown one. */
export const readSigner = lookup(SIGNER_WORDS);
