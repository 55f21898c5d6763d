import { existsSync, readFileSync } from "node:fs";
import { pendingMigrations } from "@gandan/services/platform/migrate-database";
import { reachDatabase } from "@gandan/services/platform/start-database";
import type { importUnitFile } from "@gandan/services/unit/import-unit-file";
import { type Answer, exitCode, UsageError } from "../command";
import { Problem } from "../system/problem";
import { readSettings } from "../system/settings";
import { unitFileSentence } from "./unit-file-sentence";

/** Reads the one file named, gives it to the verb, and says line by line what could not be taken. */
export async function runUnitImport(positionals: readonly string[], verb: typeof importUnitFile): Promise<Answer> {
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError("Cần một tệp. · One file is needed.");
  if (!existsSync(file)) throw new Problem(`Không có tệp “${file}”.`, `There is no file “${file}”.`);
  const content = readFileSync(file, "utf8");
  const result = await withDatabase((url) => verb(url, content, new Date()));
  const { units, successions, added, changed, errors, notes } = result;
  const sentences = (list: typeof errors) =>
    list.map((one) => `${file}:${one.line}${one.column ? ` ${one.column}` : ""}: ${unitFileSentence(one)}`);
  if (errors.length > 0) {
    const last = `${errors.length} lỗi; chưa ghi gì. · ${errors.length} errors; nothing was written.`;
    return { code: exitCode.problem, text: [...sentences(errors), last].join("\n"), data: result };
  }
  const done = `${units} đơn vị, ${successions} liên kết kế thừa trong tệp; thêm ${added}, sửa ${changed}.`;
  const doneInEnglish = `${units} units, ${successions} successions in the file; ${added} added, ${changed} changed.`;
  return { code: exitCode.ok, text: [...sentences(notes), done, doneInEnglish].join("\n"), data: result };
}

/** Works on the database of the settings, which must have been set up by a start. */
export async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const database = await reachDatabase(readSettings());
  try {
    if ((await pendingMigrations(database.url)).length > 0) {
      throw new Problem(
        "Cơ sở dữ liệu chưa được thiết lập hoặc đã cũ: hãy chạy npm start một lần rồi thử lại.",
        "The database is not set up or out of date: run npm start once, then try again.",
      );
    }
    return await work(database.url);
  } finally {
    await database.stop();
  }
}
