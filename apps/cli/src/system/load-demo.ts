import { randomBytes } from "node:crypto";
import { loadDemo as load, prepareInstallation } from "@gandan/services/demo/load-demo";

export type DemoAccount = {
  site: "commune" | "oversight";
  role: string;
  /** Name of the unit in which the role is held. */
  unit: string;
  /** Sign-in name. */
  email: string;
  password: string;
};

/**
 * Loads the demo into an empty database and gives its accounts; a database that has data stays as it is. `demo` tells
 * whether what is there is the demo, now or from before.
 * `secretKey` seals the demo's petitions.
 * With GANDAN_DEMO=0: the catalogues and one operator, whose password is made up and told this once.
 */
export async function loadDemo(
  databaseUrl: string,
  progress: (sentence: string) => void,
  secretKey: string,
): Promise<{ accounts: DemoAccount[]; demo: boolean }> {
  const now = new Date();
  const own = process.env.GANDAN_DEMO === "0";
  const { accounts } = own
    ? await prepareInstallation(databaseUrl, now, randomBytes(15).toString("base64url"))
    : await load(databaseUrl, progress, now, undefined, Buffer.from(secretKey, "base64"));
  return {
    demo: !own && accounts.length > 0,
    accounts: accounts.map(({ site, role, unit, signInName, password }) => ({
      site,
      role,
      unit,
      email: signInName,
      password,
    })),
  };
}
