import type { Caller } from "@gandan/api/root.router";

/** A dossier as its holder sees it. */
export type FoundDossier = Awaited<ReturnType<Caller["lookUp"]["read"]>>;
