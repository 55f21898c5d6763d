// npm run gandan -- <command>: the command line, installed and built first when needed.
import { becomeGandan, ensureBuilt, ensureInstalled, requireNode } from "./steps.mjs";

requireNode();
ensureInstalled({ quiet: true });
ensureBuilt({ quiet: true });
becomeGandan(process.argv.slice(2));
