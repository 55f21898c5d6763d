import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../language";
import { translator } from "../translator";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const skipped = new Set(["node_modules", "build", "dist", ".turbo"]);

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : sourcesBelow(`${folder}/${entry.name}`);
    return /(?<!\.test)\.tsx?$/.test(entry.name) ? [`${folder}/${entry.name}`] : [];
  });
}

/** Keys as they are thrown: `new AppError("INVALID", "dossier.notReceived", …)`. */
const thrown = new Set(
  ["packages", "apps"]
    .flatMap((room) => sourcesBelow(`${root}${room}`))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/new AppError\(\s*"[A-Z_]+",\s*"([^"]+)"/g)])
    .map((match) => match[1] ?? ""),
);

describe("errors that are thrown", () => {
  it("are found in the sources", () => {
    expect(thrown.size).toBeGreaterThan(10);
  });

  it.each(LANGUAGES)("all have a text of their own in %s", (language) => {
    const t = translator(language);
    expect([...thrown].filter((key) => t.find(`error.${key}`) === null).sort()).toEqual([]);
  });
});
