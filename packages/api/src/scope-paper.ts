import type { TestDatabase } from "@gandan/db/test-database";

/** Batches of sheets on paper: being typed, to be typed again, with a difference to settle, empty, just ended. */
export type PaperBatches = readonly [typing: string, checking: string, differing: string, empty: string, ended: string];

/** Sheets of MTTQ in a world, typed by a colleague. */
export async function addPaper({ root }: TestDatabase, unitId: string, mark: string, colleague: string, now: Date) {
  const states = ["typing", "checking", "checking", "typing", "checking"];
  const batches = await root<{ id: string; number: number }[]>`
    insert into survey_paper_batch (unit_id, number, form_id, source, day, note, state, opened_by, opened_at)
    select ${unitId}, n, (select id from survey_form where unit_id = ${unitId} limit 1), 'paper-mttq', '2026-11-20',
      ${mark}, (${states}::text[])[n], ${colleague}, ${now}
    from generate_series(1, 5) n returning id, number`;
  await root`
    insert into survey_paper_sheet (unit_id, batch_id, number, key, answers, texts, typed_by, typed_at, sampled)
    select unit_id, id, n, gen_random_uuid(), '{"chung": 4}', '{}', ${colleague}, ${now}, state = 'checking'
    from survey_paper_batch, generate_series(1, 2) n where unit_id = ${unitId} and number <> 4`;
  await root`
    update survey_paper_sheet s
    set second_answers = case when s.number = 1 then '{"chung": 2}'::jsonb else '{"chung": 4}' end,
      second_by = gen_random_uuid(), differing = case when s.number = 1 then null else 0 end
    from survey_paper_batch b where b.unit_id = s.unit_id and b.id = s.batch_id and s.unit_id = ${unitId} and b.number = 3`;
  const ids = [...batches].sort((a, b) => a.number - b.number).map(({ id }) => id);
  return { paperBatchIds: ids as unknown as PaperBatches };
}
