import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { schema } from "./relations";

/** The apps' role, the oversight reader, the worker that looks for waiting work; without one, the owner who migrates. */
export type DatabaseRole = "app" | "oversight" | "worker";

export interface ConnectOptions {
  /** postgres://user:password@host:port/database */
  url: string;
  role?: DatabaseRole;
  /** Connections in the pool; 5 unless given. */
  max?: number;
  /** Shown in pg_stat_activity. */
  name?: string;
  /** A connection unused for so long is closed, and with it the server's process behind it; kept open unless given. */
  idleSeconds?: number;
}

export type Drizzle = PostgresJsDatabase<typeof schema>;

export interface Database {
  /** postgres.js: instants as Date, `date` as "YYYY-MM-DD", int8 and numeric as string, JSON parsed. */
  sql: Sql;
  db: Drizzle;
  end: () => Promise<void>;
}

/**
 * drizzle makes the client's date and JSON serialisers transparent, as it converts itself.
 * Plain queries share the client, so they get converters that leave drizzle's strings alone.
 */
function shareWithPlainQueries(sql: Sql) {
  const { parsers, serializers } = sql.options as unknown as {
    parsers: Record<number, ((text: string) => unknown) | undefined>;
    serializers: Record<number, ((value: unknown) => unknown) | undefined>;
  };
  parsers[1184] = (text) => new Date(text);
  serializers[1184] = (value) => (value instanceof Date ? value.toISOString() : value);
  for (const json of [114, 3802]) {
    serializers[json] = (value) => (typeof value === "string" ? value : JSON.stringify(value));
  }
  // Arrays of instants, dates and numerics: postgres.js registers its own when it finds none.
  for (const array of [1115, 1182, 1185, 1231]) {
    delete parsers[array];
    delete serializers[array];
  }
}

/**
 * A pool of connections in one role; UTC, column names in snake_case.
 * A login that is not itself the role must be a member of it (the owner is, since the migrations).
 * The oversight role plans each query for its own parameters: dashboards differ too much for one plan.
 */
export function connect({ url, role, max = 5, name = "gandan", idleSeconds }: ConnectOptions): Database {
  const settings = [
    ...(role ? [`role=gandan_${role}`] : []),
    ...(role === "oversight" ? ["plan_cache_mode=force_custom_plan"] : []),
  ];
  const sql = postgres(url, {
    max,
    ...(idleSeconds === undefined ? {} : { idle_timeout: idleSeconds }),
    onnotice: () => {},
    connection: {
      application_name: name,
      TimeZone: "UTC",
      search_path: "public",
      ...(settings.length ? { options: settings.map((setting) => `-c ${setting}`).join(" ") } : {}),
    },
  });
  const db = drizzle(sql, { schema, casing: "snake_case" });
  shareWithPlainQueries(sql);
  return { sql, db, end: () => sql.end({ timeout: 5 }) };
}
