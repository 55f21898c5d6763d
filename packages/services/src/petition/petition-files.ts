import { type InstallationKey, sealBytes, unsealBytes } from "@gandan/auth/seal";
import { AppError } from "@gandan/model/error/app-error";
import { cleanPhoto } from "@gandan/model/feedback/clean-photo";
import { MAX_FILE_MB, type PetitionFileInput } from "@gandan/model/petition/petition-inputs";
import type { TransactionSql } from "postgres";
import { checkPdf, isPdf } from "./check-pdf";
import { openPart, type SealedIn, sealPart } from "./petition-seal";

export type PetitionFileType = "image/jpeg" | "image/png" | "image/webp" | "application/pdf";

export interface PetitionFile {
  name: string;
  type: PetitionFileType;
  bytes: Uint8Array;
}

const ENDINGS: Readonly<Record<PetitionFileType, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "application/pdf": "pdf",
};
const LONGEST_NAME = 100;

/** A name without path and control signs, with the ending of what the file is. */
function nameOf(name: string, type: PetitionFileType): string {
  const plain = (name.split(/[\\/]/).at(-1) ?? "").replace(/\p{C}/gu, "").trim();
  const stem = plain.replace(/\.[A-Za-z0-9]{1,5}$/, "").slice(0, LONGEST_NAME) || "tep";
  return `${stem}.${ENDINGS[type]}`;
}

/**
 * A file as it is kept with a petition: of a photo only the picture, without place, time and device; a PDF as it came, if
 * it is whole, not locked, and does nothing by itself. By content, whatever it is called.
 * @throws AppError INVALID petition.fileTooLarge, petition.fileKind, petition.fileBroken, petition.fileHuge,
 * petition.fileLocked, petition.fileActive
 */
export function fitFile({ name, bytes }: PetitionFileInput): PetitionFile {
  if (bytes.length > MAX_FILE_MB * 1024 * 1024) {
    throw new AppError("INVALID", "petition.fileTooLarge", { max: MAX_FILE_MB });
  }
  if (isPdf(bytes)) {
    const problem = checkPdf(bytes);
    if (problem) throw new AppError("INVALID", `petition.${problem}`);
    return { name: nameOf(name, "application/pdf"), type: "application/pdf", bytes };
  }
  const photo = cleanPhoto(bytes);
  if (typeof photo === "string") throw new AppError("INVALID", `petition.${photo.replace("photo", "file")}`);
  return { name: nameOf(name, photo.type), type: photo.type, bytes: photo.bytes };
}

const about = ({ unitId, petitionId }: SealedIn, place: number) => `petition ${unitId} ${petitionId} file ${place}`;

/** Seals files beside the paper with which they came, name and content each by itself. */
export async function keepFiles(
  sql: TransactionSql,
  key: InstallationKey,
  petition: SealedIn,
  files: readonly PetitionFile[],
): Promise<void> {
  for (const [i, { name, type, bytes }] of files.entries()) {
    const place = i + 1;
    const label = sealPart(key, petition, `label ${place}`, JSON.stringify({ name, type }));
    const content = sealBytes(key, about(petition, place), bytes);
    await sql`
      insert into petition_file (unit_id, petition_id, place, label, content)
      values (${petition.unitId}, ${petition.petitionId}, ${place}, ${label}, ${content})`;
  }
}

interface SealedLabel {
  name: string;
  type: PetitionFileType;
}

const labelOf = (key: InstallationKey, petition: SealedIn, place: number, label: string) =>
  JSON.parse(openPart(key, petition, `label ${place}`, label)) as SealedLabel;

/** What the files of a petition are called, for whoever opens it. */
export async function openLabels(sql: TransactionSql, key: InstallationKey, petition: SealedIn) {
  const rows = await sql<{ place: number; label: string }[]>`
    select place, label from petition_file
    where unit_id = ${petition.unitId} and petition_id = ${petition.petitionId} order by place`;
  return rows.map(({ place, label }) => ({ place, ...labelOf(key, petition, place, label) }));
}

/** One file, unsealed. @throws AppError NOT_FOUND petition.noFile */
export async function unsealFile(
  sql: TransactionSql,
  key: InstallationKey,
  petition: SealedIn,
  place: number,
): Promise<PetitionFile> {
  const [row] = await sql<{ label: string; content: Buffer }[]>`
    select label, content from petition_file
    where unit_id = ${petition.unitId} and petition_id = ${petition.petitionId} and place = ${place}`;
  if (!row) throw new AppError("NOT_FOUND", "petition.noFile");
  return { ...labelOf(key, petition, place, row.label), bytes: unsealBytes(key, about(petition, place), row.content) };
}
