import { customType, date, timestamp, uuid } from "drizzle-orm/pg-core";

/** A moment in UTC (`timestamptz`), as a JS Date. */
export const instant = () => timestamp({ withTimezone: true, mode: "date" });

/** A day on the calendar of Viet Nam (`date`), as "YYYY-MM-DD". */
export const localDay = () => date({ mode: "string" });

/** First column of every tenant key: row-level security and distribution go by it. */
export const tenant = () => uuid().notNull();

/** A file (`bytea`). */
export const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** Text in the order of its bytes: what is looked up by how it begins, whatever the order of the database. */
export const byteText = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });
