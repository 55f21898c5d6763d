import type { Caller } from "@gandan/api/root.router";

/** A petition's page, still sealed. */
export type PetitionView = Awaited<ReturnType<Caller["petition"]["read"]>>;
