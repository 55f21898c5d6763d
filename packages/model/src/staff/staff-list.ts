import { dateOfDay, type LocalDate } from "@gandan/calendar/local-time";
import { foldText } from "../import/fold-text";
import { readTime } from "../import/read-time";
import { type Cell, readText } from "../import/read-value";
import { signInName, staffEmail } from "./staff-inputs";

/** Columns of a list of staff, in the order of the file to fill in. */
export const STAFF_COLUMNS = ["code", "name", "email", "signInName", "title", "role", "from", "lastDay"] as const;
export type StaffColumn = (typeof STAFF_COLUMNS)[number];

const HEADERS: Record<StaffColumn, readonly string[]> = {
  code: ["ma can bo", "ma cb", "ma so can bo", "ma nhan vien", "staff code", "code"],
  name: ["ho va ten", "ho ten", "ten can bo", "full name", "name"],
  email: ["thu dien tu", "email", "e mail", "dia chi thu dien tu"],
  signInName: ["ten dang nhap", "tai khoan", "user name", "sign in name", "username"],
  title: ["chuc danh", "chuc vu", "title", "position"],
  role: ["vai tro", "quyen", "role"],
  from: ["tu ngay", "ngay bat dau", "from", "start"],
  lastDay: ["den ngay", "den het ngay", "ngay ket thuc", "last day", "to", "end"],
};

const ROLE_WORDS: Record<string, readonly string[]> = {
  "desk-officer": ["can bo bo phan mot cua", "bo phan mot cua", "mot cua", "can bo mot cua"],
  "model-keeper": ["van phong thong ke giu mo hinh", "van phong thong ke", "van phong", "giu mo hinh"],
  chairman: ["chu tich ubnd", "chu tich"],
  "vice-chairman": ["pho chu tich ubnd", "pho chu tich"],
  mttq: ["mat tran to quoc viet nam", "mat tran to quoc", "mat tran"],
  inspector: ["nguoi kiem tra viec doc du lieu", "nguoi kiem tra", "kiem tra"],
  administrator: ["quan tri tai khoan", "nguoi quan tri", "quan tri"],
};

const ROLE_OF = new Map(
  Object.entries(ROLE_WORDS).flatMap(([role, words]) => [foldText(role), ...words].map((word) => [word, role])),
);

/** Cells of one line as texts, by the columns that were known in the file. */
export interface RawStaffLine {
  line: number;
  cells: Record<string, string>;
}

/** One line that can be read: a person, and one role. */
export interface StaffLine {
  line: number;
  code: string | null;
  name: string;
  email: string | null;
  signInName: string | null;
  /** Null where the file does not say: what is known stays. */
  title: string | null;
  role: string;
  /** Null where the file does not say. */
  from: LocalDate | null;
  lastDay: LocalDate | null;
}

/** What is wrong with a cell; `problem` names the sentence that says what to do. */
export interface StaffLineError {
  line: number;
  column: StaffColumn;
  problem: string;
  details?: Record<string, string | number>;
}

/** Which column of a file is which, by its headers; -1 where it has none. */
export function findStaffColumns(headers: readonly string[]): Record<StaffColumn, number> {
  const folded = headers.map(foldText);
  const find = (column: StaffColumn) => folded.findIndex((header) => HEADERS[column].includes(header));
  return Object.fromEntries(STAFF_COLUMNS.map((column) => [column, find(column)])) as Record<StaffColumn, number>;
}

/** A line of a file as texts to keep; dates in ISO form. */
export function keepStaffLine(line: number, cells: readonly Cell[], at: Record<StaffColumn, number>): RawStaffLine {
  const textOf = (column: StaffColumn) => {
    const cell = cells[at[column]] ?? null;
    return column === "from" || column === "lastDay" ? dateText(cell) : readText(cell).trim().normalize("NFC");
  };
  return { line, cells: Object.fromEntries(STAFF_COLUMNS.map((column) => [column, textOf(column)])) };
}

function dateText(cell: Cell): string {
  const time = readTime(cell);
  return time ? dateOfDay(Math.floor(time.minute / 1440)) : readText(cell).trim();
}

/** Reads a line, or says cell by cell what is wrong with it. */
export function readStaffLine({ line, cells }: RawStaffLine): StaffLine | StaffLineError[] {
  const errors: StaffLineError[] = [];
  const wrong = (column: StaffColumn, problem: string, details?: StaffLineError["details"]) => {
    errors.push({ line, column, problem, ...(details ? { details } : {}) });
  };
  const text = (column: StaffColumn, max: number) => {
    const value = (cells[column] ?? "").replace(/\s+/g, " ").trim();
    if (value.length > max) wrong(column, "tooLong", { max });
    return value || null;
  };
  const date = (column: "from" | "lastDay") => {
    const value = text(column, 40);
    if (value !== null && !/^\d{4}-\d{2}-\d{2}$/.test(value)) wrong(column, "date", { value });
    return value;
  };
  const checked = (column: "email" | "signInName", schema: typeof staffEmail | typeof signInName) => {
    const value = text(column, 200)?.toLowerCase() ?? null;
    if (value !== null && !schema.safeParse(value).success) wrong(column, column, { value });
    return value;
  };
  const [code, name, title] = [text("code", 40), text("name", 120), text("title", 120)];
  const [email, signIn] = [checked("email", staffEmail), checked("signInName", signInName)];
  const [from, lastDay] = [date("from"), date("lastDay")];
  const roleText = text("role", 80);
  const role = roleText === null ? undefined : ROLE_OF.get(foldText(roleText));
  if (name === null || name.length < 2) wrong("name", "noName");
  if (code === null && email === null && signIn === null) wrong("code", "noKey");
  if (roleText === null) wrong("role", "noRole");
  else if (role === undefined) wrong("role", "role", { value: roleText });
  if (errors.length === 0 && from !== null && lastDay !== null && lastDay < from) wrong("lastDay", "order");
  if (errors.length > 0 || name === null || role === undefined) return errors;
  return { line, code, name, email, signInName: signIn, title, role, from, lastDay };
}
