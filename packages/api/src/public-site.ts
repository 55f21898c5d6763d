import { AppError } from "@gandan/model/error/app-error";
import { originOf } from "./origin-of";

const LOCAL = /^(localhost|127\.0\.0\.1)(:\d+)?$/;

/**
 * Where citizens reach the communes' site, as another site of the installation knows it: GANDAN_PUBLIC_URL, and on the
 * machine itself its port.
 * @throws AppError INVALID survey.noPublicSite when neither tells
 */
export function publicSite(env: Readonly<Record<string, string | undefined>>, host: string): string {
  const known = env.GANDAN_PUBLIC_URL?.replace(/\/+$/, "");
  if (known) return known;
  const [, name] = LOCAL.exec(host) ?? [];
  if (name === undefined) throw new AppError("INVALID", "survey.noPublicSite");
  return originOf(`${name}:${env.GANDAN_COMMUNE_PORT ?? "3100"}`);
}
