// Writes src/migrate/migration-files.ts from migrations/*.sql, so that a bundle carries its migrations.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const folder = new URL("../migrations/", import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".sql"))
  .sort();
const lines = names.map((name) => {
  const statements = readFileSync(new URL(name, folder), "utf8")
    .split("--> statement-breakpoint")
    .map((statement) => statement.trim())
    .filter(Boolean);
  const texts = statements.map((statement) => `      ${JSON.stringify(statement)},\n`).join("");
  return `  {\n    name: ${JSON.stringify(name.replace(/\.sql$/, ""))},\n    statements: [\n${texts}    ],\n  },\n`;
});
const text = `/** Made by scripts/embed-migrations.mjs from migrations/*.sql; a test compares the two. One DDL statement a string. */
export const migrationFiles: readonly { name: string; statements: readonly string[] }[] = [
${lines.join("")}];
`;
writeFileSync(new URL("../src/migrate/migration-files.ts", import.meta.url), text);
