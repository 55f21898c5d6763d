import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const FORM = "v1";
const KEY_BYTES = 32;

/** 32 bytes that seal what the database keeps but may not tell. */
export type InstallationKey = Buffer;

/**
 * The key of the installation from GANDAN_SECRET_KEY (32 bytes in base64). `npm start` gives the one of its data folder.
 * @throws Error when it is missing or no such key
 */
export function installationKey(env: Readonly<Record<string, string | undefined>>): InstallationKey {
  const key = Buffer.from(env.GANDAN_SECRET_KEY ?? "", "base64");
  if (key.length === KEY_BYTES) return key;
  throw new Error(
    "GANDAN_SECRET_KEY must be 32 bytes in base64, the same for every process: start with `npm start`, or make one by `openssl rand -base64 32`.",
  );
}

/**
 * `text` as AES-256-GCM ciphertext, in a form that fits a text column. `about` says whose it is ("totp <staff id>"):
 * sealed text that was copied to another row does not open.
 */
export function seal(key: InstallationKey, about: string, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [FORM, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"))].join(".");
}

const FILE_FORM = 1;
const IV = 12;
const TAG = 16;

/** A file as AES-256-GCM ciphertext, in a form that fits a column of bytes; `about` as with `seal`. */
export function sealBytes(key: InstallationKey, about: string, file: Uint8Array): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(file), cipher.final()]);
  return Buffer.concat([Buffer.from([FILE_FORM]), iv, cipher.getAuthTag(), sealed]);
}

/** The file that was sealed. @throws Error when key or `about` is another, or the bytes were changed */
export function unsealBytes(key: InstallationKey, about: string, sealed: Buffer): Buffer {
  if (sealed[0] !== FILE_FORM) throw new Error(`The sealed file of "${about}" has no form known here.`);
  const [iv, tag] = [sealed.subarray(1, 1 + IV), sealed.subarray(1 + IV, 1 + IV + TAG)];
  const cipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: TAG }).setAAD(Buffer.from(about));
  return Buffer.concat([cipher.setAuthTag(tag).update(sealed.subarray(1 + IV + TAG)), cipher.final()]);
}

/** What was sealed. @throws Error when key or `about` is another, or the text was changed */
export function unseal(key: InstallationKey, about: string, sealed: string): string {
  const [form, ...parts] = sealed.split(".");
  const [iv, tag, text] = parts.map((part) => Buffer.from(part, "base64url"));
  if (form !== FORM || !iv || !tag || !text) throw new Error(`The sealed text of "${about}" has no form known here.`);
  const cipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: 16 }).setAAD(Buffer.from(about));
  return Buffer.concat([cipher.setAuthTag(tag).update(text), cipher.final()]).toString("utf8");
}
