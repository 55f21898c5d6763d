import { ROLES, type Role } from "@gandan/auth/roles";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { READINGS } from "@gandan/model/reading-log/reading-log-inputs";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ZodError } from "zod";
import { createCaller, rootRouter } from "./root.router";
import { FREE, INPUTS } from "./scope-inputs";
import { CITIZENS_PHONE, COLLEAGUE, citizenOf, NOW, STAFF } from "./scope-people";
import { addWorld, fillCatalogue, openDraft, type World } from "./scope-world";

/** Of a unit below, asked for by the one that looks down. */
const LOOKING_DOWN = ["index.appraise", "index.ofUnit"];
/** What citizens do by the public page and the secret link. */
const OPEN_FEEDBACK = [
  "feedback.admit",
  "feedback.begin",
  "feedback.send",
  "feedback.follow",
  "feedback.followPhoto",
  "feedback.solve",
  "feedback.reopen",
  "feedback.removeContact",
];
/** Act for the person, not in a unit. */
const isPersonal = (path: string) =>
  path.startsWith("session.") ||
  path.startsWith("public.") ||
  OPEN_FEEDBACK.includes(path) ||
  ["publication.published", "publication.publishedOne", "publication.publishedPaper"].includes(path) ||
  ["petition.admit", "petition.page", "petition.submit", "petition.follow"].includes(path) ||
  path.startsWith("surveyAnswer.") ||
  path === "surveyResult.public" ||
  path.startsWith("lookUp.") ||
  path.startsWith("board.") ||
  ["unit.mine", "unit.bySlug", "letter.verify"].includes(path);

// Each call is held against all rows of all units, before and after.
vi.setConfig({ testTimeout: 300_000 });

const procedures = Object.keys(rootRouter._def.procedures);
let database: TestDatabase;
/** A province with two communes, and another province with one. */
let worlds: World[];
let parents: Map<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  await fillCatalogue(database);
  await database.root`
    insert into staff (id, sign_in_name, name, password_hash) values
      (${STAFF}, 'nguoi-thu', 'Lê Văn L', null), (${COLLEAGUE}, 'nguoi-khac', 'Phạm Văn P', null)`;
  const north = await addWorld(database, "BAC");
  const south = await addWorld(database, "NAM");
  const below = [
    await addWorld(database, "MOT", north.unitId),
    await addWorld(database, "HAI", north.unitId),
    await addWorld(database, "BA", south.unitId),
  ];
  worlds = [north, south, ...below];
  parents = new Map(below.map(({ unitId }, i) => [unitId, (i < 2 ? north : south).unitId]));
});
afterAll(() => database.drop());

interface Held {
  unitId: string;
  role: Role;
}

function callerOf(roles: readonly Held[]) {
  return createCaller({
    db: { app: database.app, oversight: database.oversight },
    policy: { secondFactor: "offered", idleMinutes: 30, key: Buffer.alloc(32) },
    gate: null,
    session: {
      actor: { staffId: STAFF, name: "Lê Văn L", roles },
      language: "vi",
      handle: "phien",
      expiresAt: new Date("2027-01-01T00:00:00Z"),
      renewed: false,
    },
    now: NOW,
    language: "vi",
    host: "localhost",
    userAgent: null,
    address: null,
  });
}

type Answer = { answer: string } | { refusal: string };

/** Calls a procedure by its path; an input that the procedure itself would not take, or an unexpected error, fails. */
async function call(path: string, roles: readonly Held[], unitId: string, ids: World): Promise<Answer> {
  const [area, name] = path.split(".") as [string, string];
  const { [FREE]: free, ...input } = INPUTS[path]!(ids);
  const areas = callerOf(roles) as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  try {
    const answer = await areas[area]![name]!(free ? undefined : isPersonal(path) ? input : { ...input, unitId });
    return { answer: textOf(answer) };
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    expect([path, error.code, error.cause instanceof ZodError ? error.message : ""]).not.toEqual([
      path,
      "INTERNAL_SERVER_ERROR",
      "",
    ]);
    if (error.cause instanceof ZodError)
      throw new Error(`${path}: the input of the table does not fit: ${error.message}`);
    return { refusal: error.code };
  }
}

/** All that an answer says, files included. */
function textOf(answer: unknown): string {
  return (
    JSON.stringify(answer, (_key, value: unknown) => {
      if (value instanceof Map || value instanceof Set) return [...value];
      if (value instanceof Uint8Array) return Buffer.from(value).toString("latin1");
      return typeof value === "bigint" ? value.toString() : value;
    }) ?? ""
  );
}

/** One checksum by unit of all rows in all tables under row-level security; what anybody may try is counted beside. */
async function checksums(): Promise<Map<string, string>> {
  const { root } = database;
  const tables = await root<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'unit_id'
    where c.relrowsecurity and c.relnamespace = 'public'::regnamespace
      and c.relname <> 'public_try' order by 1`;
  expect(tables.length).toBeGreaterThan(15);
  const every = tables
    .map(({ name }) => `select unit_id, '${name}' || t::text as row from ${name} t`)
    .join(" union all ");
  const sums = await root.unsafe<{ unitId: string; sum: string }[]>(
    `select unit_id as "unitId", md5(string_agg(row, '|' order by row)) as sum from (${every}) r group by 1`,
  );
  return new Map(sums.map(({ unitId, sum }) => [unitId, sum]));
}

/** Units whose draft frame of the index was published on the way: from then on units below see its text. */
const framesOut = new Set<string>();

/** Which marks an answer given in a unit may show to a person with these roles. */
function allowedMarks(path: string, roles: readonly Held[], unitId: string): Set<string> {
  const allowed = new Set<string>();
  if (!roles.some((held) => held.unitId === unitId)) return allowed;
  for (const world of worlds) {
    const own = world.unitId === unitId;
    const above = parents.get(unitId) === world.unitId;
    const below = parents.get(world.unitId) === unitId;
    if (own) allowed.add(world.dataMark);
    // Published models of units above may be adopted; the register shows those of units below.
    if (above && framesOut.has(world.unitId) && /^(frame|index)\./.test(path)) allowed.add(world.dataMark);
    if (own || above || (below && path.startsWith("oversight."))) allowed.add(world.modelMark);
  }
  return allowed;
}

/** Calls, and holds the answer and the database against what the person may see and change. */
async function prove(path: string, roles: readonly Held[], unitId: string, ids: World): Promise<Answer> {
  Object.assign(ids, await openDraft(database, ids.unitId, ids.modelId));
  const before = await checksums();
  const answer = await call(path, roles, unitId, ids);
  const after = await checksums();
  if (path === "frame.publish" && "answer" in answer) framesOut.add(unitId);
  const who = { path, roles, unitId, ids: ids.dataMark };
  const changed = worlds.filter((world) => before.get(world.unitId) !== after.get(world.unitId));
  const mayAct = !isPersonal(path) && roles.some((held) => held.unitId === unitId);
  expect({ ...who, changed: changed.filter((world) => !mayAct || world.unitId !== unitId) }).toEqual({
    ...who,
    changed: [],
  });
  if ("answer" in answer && !isPersonal(path)) {
    const allowed = allowedMarks(path, roles, unitId);
    const marks = worlds.flatMap(({ dataMark, modelMark }) => [dataMark, modelMark]);
    const leaked = marks.filter((mark) => answer.answer.includes(mark) && !allowed.has(mark));
    expect({ ...who, leaked }).toEqual({ ...who, leaked: [] });
    expect({ ...who, answered: mayAct }).toEqual({ ...who, answered: true });
  }
  if ("answer" in answer && path === "unit.bySlug") {
    expect(roles.some((held) => held.unitId === ids.unitId)).toBe(true);
  }
  return answer;
}

test("every procedure of the API stands in the table of inputs", () => {
  expect(procedures.filter((path) => !(path in INPUTS))).toEqual([]);
  expect(Object.keys(INPUTS).filter((path) => !procedures.includes(path))).toEqual([]);
});

test("without any role in a unit, every procedure of a unit refuses", async () => {
  const [north, , one] = worlds as [World, World, World];
  const above = ROLES.map((role) => ({ unitId: north.unitId, role }));
  for (const path of procedures.filter((each) => !isPersonal(each))) {
    expect([path, await prove(path, [], one.unitId, one)]).toEqual([path, { refusal: "FORBIDDEN" }]);
    // A role above gives nothing inside.
    expect([path, await prove(path, above, one.unitId, one)]).toEqual([path, { refusal: "FORBIDDEN" }]);
  }
});

test("for random people, units and ids: answers show and calls change nothing outside the unit acted in", async () => {
  let state = 20_261_122;
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  const pick = <T>(list: readonly T[]): T => list[random(list.length)]!;
  const counts = { answered: 0, refused: 0 };
  for (let round = 0; round < 6; round++) {
    for (const path of procedures) {
      const roles = Array.from({ length: 1 + random(4) }, () => ({ unitId: pick(worlds).unitId, role: pick(ROLES) }));
      // Mostly where the person holds a role, with ids that mostly belong elsewhere.
      const unitId = random(4) > 0 ? pick(roles).unitId : pick(worlds).unitId;
      const answer = await prove(path, roles, unitId, pick(worlds));
      counts["answer" in answer ? "answered" : "refused"]++;
    }
  }
  expect(counts.answered).toBeGreaterThan(20);
  expect(counts.refused).toBeGreaterThan(20);
});

test("with every role and ids of its own, a unit gets an answer of each procedure", async () => {
  const south = worlds[1]!;
  const three = await addWorld(database, "BON", south.unitId);
  worlds.push(three);
  parents.set(three.unitId, south.unitId);
  const silent: string[] = [];
  const told: string[] = [];
  /** Answers that show a citizen's name or number; those of them of which the log of readings knows nothing. */
  const shown: string[] = [];
  const unlogged: string[] = [];
  // In the order of the table: some calls end what others work on.
  for (const path of Object.keys(INPUTS).filter((each) => !isPersonal(each))) {
    // The oversight procedures look down from a province; all others are a commune's own.
    const [home, ids] = path.startsWith("oversight.") || LOOKING_DOWN.includes(path) ? [south, three] : [three, three];
    const roles = ROLES.map((role) => ({ unitId: home.unitId, role }));
    const before = await readingsOf(home.unitId);
    const answer = await prove(path, roles, home.unitId, ids);
    if ("answer" in answer && [citizenOf("BON"), CITIZENS_PHONE].some((mark) => answer.answer.includes(mark))) {
      shown.push(path);
      if ((await readingsOf(home.unitId)) === before) unlogged.push(path);
    }
    if ("refusal" in answer) silent.push(`${path} ${answer.refusal}`);
    if ("answer" in answer && answer.answer.includes(`-BON-`)) told.push(path);
  }
  // An import that was started just before is not given up any more; no e-mail is sent here; a unit that is still there
  // hands no petition over.
  expect(silent).toEqual([
    "import.cancel CONFLICT",
    "survey.mailInvitation BAD_REQUEST",
    "petition.handOver BAD_REQUEST",
  ]);
  // The marks are where a leak would be seen.
  expect(told).toEqual(
    expect.arrayContaining(["dossier.list", "dossier.read", "model.list", "model.read", "import.list"]),
  );
  expect(shown).toEqual(expect.arrayContaining(["dossier.list", "dossier.read", "dossier.revealPhone"]));
  expect(unlogged).toEqual([]);
});

/** How often the log says that personal data of the unit was read. */
async function readingsOf(unitId: string): Promise<number> {
  const actions: string[] = Object.values(READINGS).flat();
  const [row] = await database.root<{ n: number }[]>`
    select count(*)::int as n from audit_log where unit_id = ${unitId} and action = any(${actions}::text[])`;
  return row?.n ?? 0;
}
