// npm start: installs and builds what is missing, then starts everything and stays until it has ended.
import { becomeGandan, ensureBuilt, ensureInstalled, requireNode } from "./steps.mjs";

requireNode();
ensureInstalled();
ensureBuilt();
becomeGandan(["up", ...process.argv.slice(2)]);
