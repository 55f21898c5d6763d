import type { Database } from "@gandan/db/connect";
import { type InstallationKey, seal, unseal } from "./seal";

interface Holder {
  app: Database;
  key: InstallationKey;
  /** Of the session that sent the form. */
  handle: string;
}

interface Held {
  /** Path and query to which it was sent. */
  address: string;
  fields: [name: string, value: string][];
}

const about = (handle: string) => `form ${handle}`;

/** Keeps a form for a session until the session ends or sends another; its fields are sealed. */
export async function holdForm({ app, key, handle }: Holder, { address, fields }: Held, now: Date): Promise<void> {
  const sealed = seal(key, about(handle), JSON.stringify(fields));
  await app.sql`
    insert into held_form (session_hash, address, fields, held_at) values (${handle}, ${address}, ${sealed}, ${now})
    on conflict (session_hash) do update
      set address = excluded.address, fields = excluded.fields, held_at = excluded.held_at`;
}

/** The form kept for a session; null when there is none. */
export async function readHeldForm({ app, key, handle }: Holder): Promise<(Held & { heldAt: Date }) | null> {
  const [row] = await app.sql<{ address: string; fields: string; heldAt: Date }[]>`
    select address, fields, held_at as "heldAt" from held_form where session_hash = ${handle}`;
  return row ? { ...row, fields: JSON.parse(unseal(key, about(handle), row.fields)) as Held["fields"] } : null;
}

/** Forgets the form kept for a session. */
export async function dropHeldForm({ sql }: Database, handle: string): Promise<void> {
  await sql`delete from held_form where session_hash = ${handle}`;
}
