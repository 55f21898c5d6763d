import type { Caller } from "@gandan/api/root.router";

/** One import as its page shows it. */
export type ImportPage = Awaited<ReturnType<Caller["import"]["get"]>>;
