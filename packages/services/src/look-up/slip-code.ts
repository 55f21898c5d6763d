import { createHmac } from "node:crypto";
import type { InstallationKey } from "@gandan/auth/seal";
import type { ReceiptSlip } from "@gandan/documents/form/receipt-slip";
import { SLIP_LENGTH, SLIP_SIGNS } from "@gandan/model/look-up/look-up-inputs";

/**
 * The code on a dossier's slip by which its holder looks it up: made of the dossier and the secret of the installation,
 * so it stands in no table, and a slip printed again bears the same. One of 887 million.
 */
export function slipCode(key: InstallationKey, unitId: string, dossierId: string): string {
  let number = createHmac("sha256", key).update(`look-up slip ${unitId} ${dossierId}`).digest().readBigUInt64BE();
  const base = BigInt(SLIP_SIGNS.length);
  let code = "";
  while (code.length < SLIP_LENGTH) {
    code += SLIP_SIGNS[Number(number % base)];
    number /= base;
  }
  return code;
}

/** What form 01 says of looking a dossier up: the page, by its number, and the code in two groups, "K7M 2QX". */
export function lookUpOf(
  key: InstallationKey,
  origin: string,
  unitId: string,
  dossier: { dossierId: string; externalCode: string; office: { slug: string } },
): ReceiptSlip["lookUp"] {
  const code = slipCode(key, unitId, dossier.dossierId);
  const asked = new URLSearchParams({ code: dossier.externalCode });
  return {
    url: `${origin}/p/${dossier.office.slug}/look-up?${asked}`,
    code: `${code.slice(0, 3)} ${code.slice(3)}`,
  };
}
