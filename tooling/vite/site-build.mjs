import { readdir, readFile, writeFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { isThirdParty, resolveExternal } from "./resolve-external.mjs";

/**
 * The build of a site beside Remix's own plugin.
 * Server: `server.ts` is the entry, so that the site's routes and its server share one graph of modules (one pool,
 * one class of each error); packages of the registry stay in node_modules, found from where their user lies;
 * `import.meta.url` keeps meaning the source file, so data files and migrations need no copying.
 * Browser: text files are stored compressed beside the plain ones; each script of the folder `browser` has an address of its
 * own, `/name.js`: service workers, and what pages without the router load.
 */
export function siteBuild() {
  return [serverEntry(), externalPackages(), ownScripts(), compressedAssets()];
}

const fromServer = (file) => relative(resolve("build", "server"), file).split(sep).join("/");

function serverEntry() {
  return {
    name: "gandan:server-entry",
    config: (_config, { isSsrBuild }) => {
      if (!isSsrBuild) return undefined;
      // Every file of the server lies in build/server itself, so a path from there holds for each.
      const paths = (id) => (isAbsolute(id) ? fromServer(id) : id);
      return { build: { sourcemap: true, rollupOptions: { input: "./server.ts", output: { paths } } } };
    },
  };
}

function externalPackages() {
  return {
    name: "gandan:external-packages",
    enforce: "pre",
    async resolveId(specifier, importer, { ssr }) {
      if (!ssr || !importer?.includes("/packages/") || importer.includes("/node_modules/")) return null;
      if (!isThirdParty(specifier) || builtinModules.includes(specifier)) return null;
      return { id: await resolveExternal(specifier, dirname(importer)), external: true };
    },
    resolveImportMeta(property, { moduleId }) {
      if (property !== "url" || !moduleId.includes("/packages/") || moduleId.includes("/node_modules/")) return null;
      return `new URL(${JSON.stringify(fromServer(moduleId))}, import.meta.url).href`;
    },
  };
}

function ownScripts() {
  let folder;
  return {
    name: "gandan:own-scripts",
    apply: (_config, { command, isSsrBuild }) => command === "build" && !isSsrBuild,
    configResolved: (config) => {
      folder = resolve(config.root, "browser");
    },
    async buildStart() {
      const names = await readdir(folder).catch(() => []);
      for (const name of names) {
        if (!name.endsWith(".ts")) continue;
        this.emitFile({ type: "chunk", id: join(folder, name), fileName: `${basename(name, ".ts")}.js` });
      }
    },
  };
}

function compressedAssets() {
  let folder;
  return {
    name: "gandan:compressed-assets",
    apply: (_config, { command, isSsrBuild }) => command === "build" && !isSsrBuild,
    configResolved: (config) => {
      folder = resolve(config.root, config.build.outDir, "assets");
    },
    closeBundle: async () => {
      const names = await readdir(folder);
      await Promise.all(
        names.filter((name) => /\.(?:js|css|svg)$/.test(name)).map((name) => compress(join(folder, name))),
      );
    },
  };
}

async function compress(file) {
  const plain = await readFile(file);
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(plain, best));
  await writeFile(`${file}.gz`, await promisify(gzip)(plain, { level: 9 }));
}
