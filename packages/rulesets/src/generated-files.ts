/** A YAML file of this package: its name with the ending, and what is in it. */
interface SourceFile {
  name: string;
  text: string;
}

/** Folders of this package that are built into the programs, and the name under which their texts are exported. */
const FOLDERS = [
  ["models", "modelTexts"],
  ["registers", "registerTexts"],
  ["frames", "frameTexts"],
  ["procedures", "procedureTexts"],
] as const;

const camel = (id: string): string => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
// A template on one line: generated files stay short, and no formatter changes its quotes.
const quote = (text: string): string =>
  `\`${text.replace(/\\|`|\$\{/g, (found) => `\\${found}`).replaceAll("\n", "\\n")}\``;

/**
 * The TypeScript files, by path below `src/generated`, that carry the YAML into a bundle: one a text, one a folder with
 * all its texts by id. `read` lists the files of a folder.
 */
export function generatedFiles(read: (folder: string) => readonly SourceFile[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [folder, exported] of FOLDERS) {
    const sources = read(folder).map(({ name, text }) => ({ id: name.replace(/\.yaml$/, ""), text }));
    sources.sort((a, b) => (a.id < b.id ? -1 : 1));
    const imports = sources.map(({ id }) => `import { text as ${camel(id)} } from "./${folder}/${id}";\n`);
    const entries = sources.map(({ id }) => `  ${/^[a-z]+$/.test(id) ? id : `"${id}"`}: ${camel(id)},\n`);
    for (const { id, text } of sources) files.set(`${folder}/${id}.ts`, `export const text = ${quote(text)};\n`);
    files.set(
      `${kebab(exported)}.ts`,
      `${imports.join("")}\nexport const ${exported}: Readonly<Record<string, string>> = {\n${entries.join("")}};\n`,
    );
  }
  return files;
}
