import type { ModelSource } from "@gandan/model/model/model-schema";
import type { TransactionSql } from "postgres";

/** A version that the transaction may see. */
export interface SourceKey {
  id: string;
  checksum: string;
  state: "draft" | "published";
}

/** Sources of published versions, which never change, oldest first: reading one out of jsonb costs more than a page's rest. */
const known = new Map<string, ModelSource>();
const MOST_KNOWN = 500;

/**
 * The sources of versions by id, frozen. A published one is read and parsed once in a process, a draft each time; so the
 * versions must be rows that this transaction has seen, not ids that somebody named.
 */
export async function sourcesOf(
  sql: TransactionSql,
  versions: readonly SourceKey[],
): Promise<ReadonlyMap<string, ModelSource>> {
  const found = new Map<string, ModelSource>();
  const missing = new Map<string, SourceKey>();
  for (const version of versions) {
    const source = version.state === "published" ? known.get(keyOf(version)) : undefined;
    if (source) found.set(version.id, source);
    else missing.set(version.id, version);
  }
  if (missing.size === 0) return found;
  const rows = await sql<{ id: string; source: ModelSource }[]>`
    select id, source from model_version where id = any(${[...missing.keys()]}::uuid[])`;
  for (const { id, source } of rows) {
    const version = missing.get(id)!;
    found.set(id, version.state === "published" ? keep(version, source) : source);
  }
  return found;
}

const keyOf = ({ id, checksum }: SourceKey) => `${id} ${checksum}`;

function keep(version: SourceKey, source: ModelSource): ModelSource {
  const [oldest] = known.keys();
  if (oldest !== undefined && known.size >= MOST_KNOWN) known.delete(oldest);
  const frozen = deepFreeze(source);
  known.set(keyOf(version), frozen);
  return frozen;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const each of Object.values(value)) deepFreeze(each);
  }
  return value;
}
