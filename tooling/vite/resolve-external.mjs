import { build } from "esbuild";

const found = new Map();

/**
 * The file that Node would load for a package imported from a folder (import conditions, symlinks kept).
 * Throws when the folder's package does not have it.
 */
export async function resolveExternal(specifier, fromFolder) {
  const key = `${specifier} ${fromFolder}`;
  if (!found.has(key)) found.set(key, resolveAsNode(specifier, fromFolder));
  return found.get(key);
}

async function resolveAsNode(specifier, resolveDir) {
  let file;
  await build({
    stdin: { contents: `import ${JSON.stringify(specifier)}`, resolveDir },
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    // Without "module", which Node does not know.
    conditions: ["node"],
    preserveSymlinks: true,
    logLevel: "silent",
    plugins: [
      {
        name: "resolve-once",
        setup(builder) {
          builder.onResolve({ filter: /.*/ }, async ({ path, pluginData }) => {
            if (pluginData === "asked") return undefined;
            const answer = await builder.resolve(path, { resolveDir, kind: "import-statement", pluginData: "asked" });
            if (answer.errors.length > 0) throw new Error(`${path} cannot be found from ${resolveDir}.`);
            file = answer.path;
            return { path: file, external: true };
          });
        },
      },
    ],
  });
  return file;
}

/** A package of the registry: not a file, not Node's own, not of this workspace. */
export const isThirdParty = (specifier) => !/^(?:[./\0]|node:|@gandan\/|virtual:)/.test(specifier);
