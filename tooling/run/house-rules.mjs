// Names and sizes of files: closed vocabulary, kebab-case ASCII, at most 400 lines. Prints what is wrong; exit code 1 then.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow, root } from "./steps.mjs";

const forbidden = /\/(?:(?:index|utils?|helpers?|common|misc)\.[a-z]+$|(?:utils|helpers|common)\/)/;
const kebab = /^[a-z0-9._$+-]+$/;
// Sentences for people and generated statements: length says nothing about them.
const long = /(^packages\/i18n\/src\/|\/migrations?\/|\/migrate\/migration-files\.ts$|\.ya?ml$)/;

const problems = ["apps", "packages", "tooling"].flatMap(filesBelow).flatMap((file) => {
  if (!/\.(?:[mc]?[jt]sx?)$/.test(file)) return [];
  const lines = readFileSync(join(root, file), "utf8").split("\n").length - 1;
  const name = file.slice(file.lastIndexOf("/") + 1);
  return [
    forbidden.test(file) ? `${file}: name a file after what it does; this name says nothing.` : undefined,
    kebab.test(name) ? undefined : `${file}: file names are kebab-case in ASCII.`,
    lines > 400 && !long.test(file) ? `${file}: ${lines} lines; split it (400 at most).` : undefined,
  ].filter((problem) => problem !== undefined);
});
for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
