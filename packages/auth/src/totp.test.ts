import { Secret } from "otpauth";
import { expect, it } from "vitest";
import { newTotpSecret, totpStep, totpUri } from "./totp";

/** RFC 6238, appendix B, of which six digits are the last six of the eight given there. */
const SECRET = Secret.fromUTF8("12345678901234567890").base32;
const at = (seconds: number) => new Date(seconds * 1000);

it.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("knows the code of the RFC at %i s", (seconds, code) => {
  expect(totpStep(SECRET, code, at(seconds))).toBe(Math.floor(seconds / 30));
});

it("takes the codes of the half minutes before and after, and no others", () => {
  const steps = [-60, -30, 0, 30, 60].map((apart) => totpStep(SECRET, "005924", at(1_234_567_890 + apart)));
  expect(steps).toEqual([null, 41_152_263, 41_152_263, 41_152_263, null]);
});

it("takes spaces, and nothing that is not six digits", () => {
  const now = at(1_234_567_890);
  expect(totpStep(SECRET, " 005 924 ", now)).toBe(41_152_263);
  for (const code of ["", "5924", "0059240", "abcdef", "００５９２４"]) expect(totpStep(SECRET, code, now)).toBeNull();
});

it("gives an address that authenticators know", () => {
  const secret = newTotpSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  const uri = new URL(totpUri(secret, "motcua.dongha"));
  expect(uri.protocol).toBe("otpauth:");
  expect(decodeURIComponent(uri.pathname)).toContain("Gần Dân:motcua.dongha");
  expect(Object.fromEntries(uri.searchParams)).toMatchObject({ secret, digits: "6", period: "30", algorithm: "SHA1" });
});
