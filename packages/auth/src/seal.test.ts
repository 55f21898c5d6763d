import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { installationKey, seal, unseal } from "./seal";

const key = randomBytes(32);

it("opens what it sealed, each time in another form", () => {
  const sealed = seal(key, "totp a", "Nguyễn Văn Ánh");
  expect(unseal(key, "totp a", sealed)).toBe("Nguyễn Văn Ánh");
  expect(sealed).not.toContain("Nguy");
  expect(seal(key, "totp a", "Nguyễn Văn Ánh")).not.toBe(sealed);
});

it("opens for nobody else, with no other key, and not when it was changed", () => {
  const sealed = seal(key, "totp a", "bí mật");
  expect(() => unseal(key, "totp b", sealed)).toThrow();
  expect(() => unseal(randomBytes(32), "totp a", sealed)).toThrow();
  const at = sealed.length - 3;
  const changed = sealed.slice(0, at) + (sealed[at] === "A" ? "B" : "A") + sealed.slice(at + 1);
  expect(() => unseal(key, "totp a", changed)).toThrow();
  expect(() => unseal(key, "totp a", "v0.a.b.c")).toThrow("no form known");
});

it("says what to do without a key", () => {
  expect(installationKey({ GANDAN_SECRET_KEY: key.toString("base64") })).toEqual(key);
  for (const GANDAN_SECRET_KEY of [undefined, "", "short", randomBytes(31).toString("base64")]) {
    expect(() => installationKey({ GANDAN_SECRET_KEY })).toThrow("openssl rand -base64 32");
  }
});
