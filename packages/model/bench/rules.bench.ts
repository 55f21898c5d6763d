import { deepStrictEqual, strictEqual } from "node:assert/strict";
import {
  readyFacts,
  workloadAsOf,
  workloadCalendar,
  workloadColumns,
  workloadProcedures,
  workloadRegistered,
  workloadRules,
} from "../src/bench/rules-workload";
import { APOLOGY_FIELDS, CHANNELS, DossierColumns, SIGNER_ROLES } from "../src/dossier/dossier-columns";
import { type DossierFacts, NEVER } from "../src/dossier/dossier-facts";
import { DOSSIER_GROUPS } from "../src/dossier/dossier-group";
import { MISSED, OUTCOMES } from "../src/outcome/outcome";
import { outcomeCodeAt } from "../src/outcome/pack-outcomes";
import { tallyOutcomes } from "../src/outcome/tally-outcomes";
import { compileModel } from "../src/rules/compile-model";
import { jsonRulesPeer } from "./json-rules-peer";

const DOSSIERS = 1_000_000;
const SAMPLE = 3_000;
const RATIO_LIMIT = 500;
const REPLAY_LIMIT_SECONDS = 3;

const cols = workloadColumns(DOSSIERS);
const compile = () =>
  compileModel({ id: "bench", rules: workloadRules }, { calendar: workloadCalendar, registered: workloadRegistered });
const model = compile();
const packed = model.judgeColumns(cols, workloadAsOf);
let failed = false;

/** What a database would hand out for row `i`. */
function factsOf(i: number): DossierFacts {
  const [procedure, group] = workloadProcedures[cols.procedure[i]!]!;
  strictEqual(group, DOSSIER_GROUPS[cols.group[i]!]);
  const congratulated = cols.letterAt[2]![i]!;
  return {
    procedure,
    group,
    channel: CHANNELS[cols.channel[i]!]!,
    flags: cols.flagSet[i] === 0 ? [] : ["needs-verification"],
    state: "processing",
    receivedAt: cols.receivedAt[i]!,
    acceptedAt: cols.acceptedAt[i]!,
    dueAt: cols.dueAt[i]!,
    promisedAt: cols.promisedAt[i]!,
    finishedAt: cols.finishedAt[i]!,
    handedOverAt: cols.handedOverAt[i]!,
    closedAt: cols.closedAt[i]!,
    endedAt: cols.endedAt[i]!,
    pausedMinutes: cols.pausedMinutes[i]!,
    pausedSince: cols.pausedSince[i]!,
    supplementRequests: cols.supplementRequests[i]!,
    reappointments: cols.reappointments[i]!,
    apologyAt: cols.apologyAt[i]!,
    apologyFields: APOLOGY_FIELDS.filter((_, bit) => (cols.apologyFields[i]! >> bit) & 1),
    apologySigner: SIGNER_ROLES[cols.apologySigner[i]!] ?? null,
    letters: congratulated === NEVER ? [] : [{ letter: "congratulation", at: congratulated }],
  };
}

/** Equality first: single dossiers, columns and the peer say the same of the sample. */
const peer = jsonRulesPeer();
const ready = Array.from({ length: SAMPLE }, (_, i) => readyFacts(cols, i));
// The first round warms the peer up and is compared; the second one is timed.
const missedByPeer: Set<string>[] = [];
for (const facts of ready) missedByPeer.push(await peer(facts));
const peerStart = performance.now();
for (const facts of ready) await peer(facts);
const peerRate = SAMPLE / ((performance.now() - peerStart) / 1000);
let missed = 0;
for (let i = 0; i < SAMPLE; i++) {
  const judged = model.judgeDossier(factsOf(i), workloadAsOf);
  model.dossierRuleIds.forEach((id, rule) => {
    const code = outcomeCodeAt(packed, i, rule);
    strictEqual(OUTCOMES[code], judged[rule]!.outcome, `${id} of dossier ${i}`);
    strictEqual(code === MISSED, missedByPeer[i]!.has(id), `${id} of dossier ${i} at the peer`);
    missed += Number(code === MISSED);
  });
}
console.log(`rules equality: ${SAMPLE} dossiers × ${model.dossierRuleIds.length} rules, ${missed} missed: equal`);

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;
const rates = Array.from({ length: 15 }, () => {
  const start = performance.now();
  model.judgeColumns(cols, workloadAsOf, packed);
  return DOSSIERS / ((performance.now() - start) / 1000);
});
const ours = median(rates.slice(3));
const ratio = ours / peerRate;
if (ratio < RATIO_LIMIT) failed = true;
console.log(
  `rules: ${ratio.toFixed(0)} × json-rules-engine (limit ${RATIO_LIMIT}) ${ratio >= RATIO_LIMIT ? "ok" : "FAILED"} – ${(ours / 1e6).toFixed(1)} M dossiers/s against ${(peerRate / 1e3).toFixed(1)} k/s`,
);

/** Replay: compile a draft, take the facts in as objects in batches, judge, count. Making the objects is not ours to time. */
const BATCH = 10_000;
const replayed = new DossierColumns(DOSSIERS);
let seconds = 0;
for (let from = 0; from < DOSSIERS; from += BATCH) {
  const batch = Array.from({ length: BATCH }, (_, k) => factsOf(from + k));
  const start = performance.now();
  for (const facts of batch) replayed.push(facts);
  seconds += (performance.now() - start) / 1000;
}
const start = performance.now();
const draft = compile();
const tallies = tallyOutcomes(draft.judgeColumns(replayed, workloadAsOf), DOSSIERS, draft.dossierRuleIds.length);
seconds += (performance.now() - start) / 1000;
deepStrictEqual(tallies, tallyOutcomes(packed, DOSSIERS, model.dossierRuleIds.length));
if (seconds > REPLAY_LIMIT_SECONDS) failed = true;
console.log(
  `rules replay: ${seconds.toFixed(2)} s for ${DOSSIERS} dossiers (limit ${REPLAY_LIMIT_SECONDS} s) ${seconds <= REPLAY_LIMIT_SECONDS ? "ok" : "FAILED"}`,
);
process.exitCode = failed ? 1 : 0;
