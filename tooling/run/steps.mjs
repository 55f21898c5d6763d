// Steps shared by the run scripts. Nothing but Node: these run before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const modules = join(root, "node_modules");
const installMarker = join(modules, ".gandan-install");
const buildMarker = join(modules, ".gandan-build");
const apps = ["commune", "oversight", "worker", "cli"];
const pnpm = "pnpm@10.34.9";

const environment = {
  ...process.env,
  PATH: join(modules, ".bin") + delimiter + process.env.PATH,
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  DO_NOT_TRACK: "1",
};

/** Ends with one sentence when Node is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(
    `Cần Node 20.19 trở lên, máy này có ${process.versions.node}: hãy cài bản mới từ nodejs.org rồi chạy lại. · ` +
      `Node 20.19 or newer is needed, this is ${process.versions.node}.`,
  );
}

function fail(sentence, code = 1) {
  console.error(sentence);
  process.exit(code);
}

/** Installs the packages when there are none or the lock file asks for others. */
export function ensureInstalled({ quiet = false } = {}) {
  const wanted = hashOf(["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json", ...manifests()], readBytes);
  if (readMarker(installMarker) === wanted) return;
  if (!quiet) console.log("Đang cài các gói… · Installing packages…");
  const args = ["--yes", pnpm, "install", "--frozen-lockfile", "--prefer-offline", "--reporter=append-only"];
  const sentence = "Không cài được các gói: hãy xem lỗi ở trên và kiểm tra mạng. · Packages could not be installed.";
  // CI: pnpm asks nothing and mends a folder that another version left behind.
  runNow("npx", args, { quiet, sentence, env: { ...environment, CI: "1" } });
  writeFileSync(installMarker, wanted);
}

/** Builds the four apps when a source changed since the last build; ends with a sentence when that fails. */
export function ensureBuilt({ quiet = false } = {}) {
  const wanted = hashOf(sources(), describeFile);
  const outputs = ["commune/build/server/index.js", "oversight/build/server/index.js", "worker/dist/main.mjs"];
  const whole = [...outputs, "cli/dist/main.mjs"].every((file) => existsSync(join(root, "apps", file)));
  if (whole && readMarker(buildMarker) === wanted) return;
  if (!quiet) console.log("Đang dựng chương trình… · Building…");
  const filters = apps.map((app) => `--filter=@gandan/${app}`);
  const args = ["build", "--output-logs=errors-only", "--concurrency=2", ...filters];
  runNow("turbo", args, { quiet, sentence: "Không dựng được chương trình: hãy xem lỗi ở trên. · The build failed." });
  writeFileSync(buildMarker, wanted);
}

/** Runs a command to its end; with `quiet` its output is shown only when it fails. */
function runNow(command, args, { quiet, sentence, env = environment }) {
  const done = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
  });
  if (done.status === 0) return;
  if (done.signal) process.exit(130);
  if (quiet) process.stderr.write(Buffer.concat([done.stdout ?? Buffer.alloc(0), done.stderr ?? Buffer.alloc(0)]));
  fail(done.error ? `${sentence} (${done.error.message})` : sentence);
}

/**
 * Runs a command and gives its exit code, seconds and output (kept when `keep`, shown otherwise).
 * @returns {Promise<{ code: number, seconds: number, output: string }>}
 */
export function run(command, args, { keep = false, env = {} } = {}) {
  const begin = Date.now();
  return new Promise((resolve) => {
    const stdio = ["ignore", keep ? "pipe" : "inherit", keep ? "pipe" : "inherit"];
    const plain = keep ? { NO_COLOR: "1", FORCE_COLOR: "0" } : {};
    const child = spawn(command, args, { cwd: root, env: { ...environment, ...plain, ...env }, stdio });
    let output = "";
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    const end = (code) => resolve({ code, seconds: (Date.now() - begin) / 1000, output });
    child.on("error", (error) => {
      output += error.message;
      end(127);
    });
    child.on("close", (code) => end(code ?? 1));
  });
}

/** Runs the built command line with the terminal; stays until it has ended and ends as it did. */
export function becomeGandan(args) {
  const child = spawn(process.execPath, [join(root, "apps", "cli", "dist", "main.mjs"), ...args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production" },
    stdio: "inherit",
  });
  // Ctrl-C reaches the whole group; a signal to this process alone is passed on. The receiver takes a second one calmly.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) onParentGone(() => child.kill("SIGTERM"));
  child.on("error", (error) => fail(error.message));
  child.on("close", (code) => process.exit(code ?? 1));
}

/** npm passes SIGTERM to the shell between, which ends without passing it on: then everything is to end, too. */
function onParentGone(act) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 500);
}

function readMarker(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function hashOf(files, describe) {
  const hash = createHash("sha256").update(process.versions.node.split(".")[0]);
  for (const file of files) hash.update(`${file}\0`).update(describe(file)).update("\0");
  return hash.digest("hex");
}

const readBytes = (file) => readFileSync(join(root, file));

function describeFile(file) {
  const { size, mtimeMs } = statSync(join(root, file));
  return `${size} ${mtimeMs}`;
}

function manifests() {
  return ["apps", "packages"].flatMap((room) =>
    readdirSync(join(root, room))
      .map((name) => `${room}/${name}/package.json`)
      .filter((file) => existsSync(join(root, file)))
      .sort(),
  );
}

const notSource = new Set(["node_modules", "build", "dist", "e2e", "bench", ".turbo"]);

/** Every file that a build reads, in a fixed order. */
function sources(folder = "") {
  if (folder === "") {
    return ["pnpm-lock.yaml", "turbo.json", ...["apps", "packages", "tooling"].flatMap((room) => sources(room))];
  }
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return notSource.has(entry.name) ? [] : sources(path);
      return /\.test\.tsx?$/.test(entry.name) ? [] : [path];
    });
}

/** Every file of the workspace below a folder that a person wrote, as paths from the root. */
export function filesBelow(folder) {
  return existsSync(join(root, folder)) ? listBelow(folder) : [];
}

function listBelow(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (["node_modules", "build", "dist", ".turbo"].includes(entry.name)) return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? listBelow(path) : [path];
  });
}

/** A folder below the root, made when missing. */
export function folderFor(path) {
  mkdirSync(join(root, path), { recursive: true });
  return join(root, path);
}
