// Bundles the workspace's TypeScript of one entry into an ES module for Node 20.
// Usage, from the folder of an app: node ../../tooling/run/bundle.mjs <entry.ts> <outfile.mjs>
// What the entry imports with import() becomes a file of its own beside it, loaded when it is needed.
// Packages of the registry stay in node_modules and are imported by a relative path from where their user lies,
// and `import.meta.url` keeps meaning the source file: data files, migrations and native modules need no copying.
import { readFile, rm } from "node:fs/promises";
import { builtinModules } from "node:module";
import { dirname, parse, relative, resolve, sep } from "node:path";
import { build } from "esbuild";
import { isThirdParty, resolveExternal } from "../vite/resolve-external.mjs";

const [entry, outfile] = process.argv.slice(2);
if (!entry || !outfile) {
  console.error("Usage: bundle.mjs <entry.ts> <outfile.mjs>");
  process.exit(2);
}
const outFolder = dirname(resolve(outfile));
const { name } = parse(outfile);
await rm(outFolder, { recursive: true, force: true });
const fromOutput = (file) => {
  const path = relative(outFolder, file).split(sep).join("/");
  return path.startsWith(".") ? path : `./${path}`;
};

await build({
  entryPoints: { [name]: entry },
  outdir: outFolder,
  outExtension: { ".js": ".mjs" },
  splitting: true,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  jsx: "automatic",
  sourcemap: true,
  logLevel: "warning",
  plugins: [
    {
      name: "external-packages",
      setup(builder) {
        builder.onResolve({ filter: /.*/ }, async ({ path, resolveDir, kind }) => {
          if (kind === "entry-point" || !isThirdParty(path) || builtinModules.includes(path)) return undefined;
          return { path: fromOutput(await resolveExternal(path, resolveDir)), external: true };
        });
      },
    },
    {
      name: "source-url",
      setup(builder) {
        builder.onLoad({ filter: /[\\/]src[\\/].*\.tsx?$/ }, async ({ path }) => {
          const source = await readFile(path, "utf8");
          if (!source.includes("import.meta.url")) return undefined;
          const url = `new URL(${JSON.stringify(fromOutput(path))}, import.meta.url).href`;
          return {
            contents: source.replaceAll("import.meta.url", url),
            loader: path.endsWith("x") ? "tsx" : "ts",
          };
        });
      },
    },
  ],
});
