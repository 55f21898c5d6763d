import type { Role } from "@gandan/auth/roles";
import type { SignInPolicy } from "@gandan/auth/sign-in-policy";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { newUnit, type TestDatabase } from "@gandan/db/test-database";
import {
  registerPetition as registerInput,
  submitPetition as submitInput,
} from "@gandan/model/petition/petition-inputs";
import { PETITION_KINDS, type PetitionKind } from "@gandan/model/petition/petition-terms";
import { moment } from "../dossier/dossier-test-unit";
import { stampOf } from "../feedback/feedback-secret";
import { personOf } from "../letter/letter-test-unit";
import type { RequestCtx } from "../session/request-ctx";
import { nameReader } from "./name-readers";
import { submitPetition } from "./public-petition";
import { registerPetition } from "./register-petition";

export const KEY = Buffer.alloc(32, 7);
export const POLICY: SignInPolicy = { secondFactor: "offered", idleMinutes: 30, key: KEY };
/** A Friday. */
export const NOW = "2026-11-20T10:00";
/** What must be found nowhere. */
export const SENDER = "Trần Thị Tố Giác";
export const SAID = "Ông Nguyễn Văn Q nhận tiền của dân khi làm giấy tờ đất.";

/** Somebody without a session, from an address. */
export function citizen(database: TestDatabase, time = NOW, address: string | null = "203.0.113.9"): RequestCtx {
  return {
    db: { app: database.app, oversight: database.oversight },
    policy: POLICY,
    session: null,
    gate: null,
    now: moment(time),
    language: "vi",
    host: "localhost",
    userAgent: null,
    address,
  };
}

/** A unit with a chairman, two officers named for all kinds, and one who is not named. */
export async function petitionUnit(database: TestDatabase, kinds: readonly PetitionKind[] = PETITION_KINDS) {
  const unitId = await newUnit(database.owner);
  const [unit] = await database.root<{ slug: string }[]>`select slug from unit where id = ${unitId}`;
  const person = (name: string, ...roles: Role[]) => personOf(database, unitId, name, roles, NOW);
  const chairman = await person("Lê Văn Chủ", "chairman");
  const [reader, second] = [await person("Phạm Thị Đọc", "desk-officer"), await person("Vũ Văn Hai", "vice-chairman")];
  const stranger = await person("Đỗ Văn Lạ", "desk-officer", "model-keeper");
  const name = (who: UnitCtx, which: readonly PetitionKind[] = kinds) =>
    nameReader(chairman, { staffId: who.actor.staffId, kinds: [...which], reference: "Quyết định số 5" }, "offered");
  const named = { reader: (await name(reader)).readerId, second: (await name(second)).readerId };
  return { unitId, slug: unit!.slug, person, chairman, reader, second, stranger, name, named };
}

type Sent = Partial<ReturnType<typeof submitInput.parse>>;

/** What a citizen fills in, on a form given out a minute before. */
export function filledIn({ unitId, slug }: { unitId: string; slug: string }, more: Sent = {}, time = NOW) {
  const given = new Date(moment(time).getTime() - 60_000);
  const stamp = stampOf(KEY, unitId, crypto.randomUUID(), given);
  const sender = { name: SENDER, address: "Tổ 3, khu phố 2", contact: "0912 345 678" };
  return submitInput.parse({ slug, kind: "denunciation", text: SAID, ...sender, stamp, ...more });
}

/** A petition sent by the public page. */
export function send(
  database: TestDatabase,
  unit: { unitId: string; slug: string },
  more: Sent = {},
  address: string = crypto.randomUUID(),
) {
  return submitPetition(citizen(database, NOW, address), filledIn(unit, more));
}

/** A petition on paper, as a reader types it in. */
export function typeIn(ctx: UnitCtx, more: Record<string, unknown> = {}) {
  const paper = { kind: "complaint", text: SAID, name: SENDER, address: "Tổ 3", way: "post", on: "2026-11-19" };
  return registerPetition(ctx, registerInput.parse({ ...paper, key: crypto.randomUUID(), ...more }), KEY);
}
