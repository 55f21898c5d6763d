import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generatedFiles } from "./src/generated-files";

const root = import.meta.dirname;
const target = join(root, "src/generated");

const files = generatedFiles((folder) =>
  readdirSync(join(root, folder)).map((name) => ({ name, text: readFileSync(join(root, folder, name), "utf8") })),
);
rmSync(target, { recursive: true, force: true });
for (const [path, text] of files) {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), text);
}
