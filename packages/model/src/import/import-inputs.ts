import { z } from "zod";
import { importMapping } from "./import-mapping";

/** Largest file taken in, MiB. */
export const MAX_IMPORT_MB = 40;

/** Days for which an upload that nobody starts is kept. */
export const KEPT_DAYS = 7;

export const listImports = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });
export type ListImports = z.infer<typeof listImports>;

export const importId = z.object({ importId: z.uuid() });
export type ImportId = z.infer<typeof importId>;

/** A file as the browser sends it. */
export const uploadImport = z.object({
  fileName: z.string().trim().min(1).max(200),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});
export type UploadImport = z.infer<typeof uploadImport>;

export const saveMapping = importId.extend({
  /** The source whose files look like this; the mapping is kept under its name. */
  source: z.string().trim().max(100).optional(),
  mapping: importMapping,
});
export type SaveMapping = z.infer<typeof saveMapping>;

export const startImport = importId.extend({
  /** Takes the good rows in although others are in error. */
  onlyGood: z.boolean().default(false),
});
export type StartImport = z.infer<typeof startImport>;
