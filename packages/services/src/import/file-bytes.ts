import type { TransactionSql } from "postgres";

/** Bytes sent or fetched at once: the client writes bytes out as digits, several times over. */
const PART = 1 << 20;

interface KeptFile {
  bytes: Uint8Array;
  headers: readonly string[];
  sample: readonly (readonly string[])[];
}

/** Keeps the file of an import where app and worker reach it, part by part so that memory stays near the file's size. */
export async function keepFile(sql: TransactionSql, unitId: string, importId: string, file: KeptFile): Promise<void> {
  const { bytes, headers, sample } = file;
  await sql`create temp table if not exists file_part (place int, part bytea) on commit drop`;
  for (let from = 0; from < bytes.length; from += PART) {
    const part = Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.min(PART, bytes.length - from));
    await sql`insert into pg_temp.file_part values (${from}, ${part})`;
  }
  await sql`
    insert into import_file (unit_id, run_id, bytes, headers, sample)
    select ${unitId}, ${importId}, string_agg(part, ''::bytea order by place), ${headers as string[]}::text[],
      ${JSON.stringify(sample)}::text::jsonb
    from pg_temp.file_part`;
  await sql`drop table pg_temp.file_part`;
}

/** The bytes of an import's file, part by part; undefined when it is no longer kept. */
export async function fetchFile(
  sql: TransactionSql,
  unitId: string,
  importId: string,
): Promise<Uint8Array | undefined> {
  const [kept] = await sql<{ size: number }[]>`
    select octet_length(bytes) as size from import_file where unit_id = ${unitId} and run_id = ${importId}`;
  if (!kept) return undefined;
  const bytes = Buffer.allocUnsafe(kept.size);
  // Unpacked once, not for every part.
  const parts = sql<{ place: number; part: Buffer }[]>`
    with file as materialized (
      select bytes || ''::bytea as bytes from import_file where unit_id = ${unitId} and run_id = ${importId}
    )
    select place, substring(bytes from place for ${PART}) as part
    from file, generate_series(1, octet_length(bytes), ${PART}) as place`;
  for await (const rows of parts.cursor(1)) for (const { place, part } of rows) part.copy(bytes, place - 1);
  return bytes;
}
