import type { Caller } from "@gandan/api/root.router";

/** One import as its page shows it. */
export type ImportPage = Awaited<ReturnType<Caller["import"]["get"]>>;

/** How the dossiers of an import stand to those of the unit, as the page shows it. */
export type ReconciliationPage = Awaited<ReturnType<Caller["import"]["reconciliation"]>>;
