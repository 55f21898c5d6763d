// Builds the four apps when a source changed.
import { ensureBuilt } from "./steps.mjs";

ensureBuilt();
