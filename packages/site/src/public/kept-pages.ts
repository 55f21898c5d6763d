import type { UnitDirectory } from "@gandan/model/public/unit-directory";
import { PageCache } from "./page-cache";
import type { PublicUnit } from "./public-places";

/** A file for anybody, as it is sent. */
export interface KeptFile {
  bytes: Uint8Array<ArrayBuffer>;
  contentType: string;
  /** By which it is saved; null for one that is only shown. */
  fileName: string | null;
  tag: string;
}

/** The finished pages of this process. */
export const publicPages = new PageCache();
/** What stands around them. */
export const publicUnits = new PageCache<PublicUnit>();
/** Files, which cost more to make than pages. */
export const publicFiles = new PageCache<KeptFile>({ pages: 50, maxAgeMs: 600_000 });
/** Where units are found; it changes when units do, which is rare. */
export const keptDirectory = new PageCache<UnitDirectory>({ pages: 1, maxAgeMs: 300_000 });
/** Slugs by host name, "" for a host of no unit. */
export const knownHosts = new PageCache<string>({ pages: 500, maxAgeMs: 60_000 });

/** Lets go of what was made of a unit, of all with null. Hosts are asked anew with every change of a unit. */
export function dropKept(unitId: string | null): void {
  publicPages.drop(unitId);
  publicUnits.drop(unitId);
  publicFiles.drop(unitId);
  if (unitId === null) keptDirectory.drop(null);
  knownHosts.drop(null);
}
