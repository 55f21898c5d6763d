import type { Translate } from "@gandan/i18n/translator";
import {
  closeOfficerResult,
  decideOnOfficer,
  informOfficer,
  replyToResult,
} from "@gandan/model/officer-result/officer-inputs";
import type { unitCaller } from "../caller.server";

type Caller = Awaited<ReturnType<typeof unitCaller>>["caller"];

export const ACTS = ["inform", "reply", "decide", "close", "reopen"] as const;
type Act = (typeof ACTS)[number];

interface Done {
  act?: Act;
  /** By name of the field. */
  errors: Record<string, string>;
}

/** Takes the step that a form of the result's page asks for; errors of fields come back, those of the API are thrown. */
export async function takeAct(
  caller: Caller,
  t: Translate,
  { unitId, resultId }: { unitId: string; resultId: string },
  form: FormData,
): Promise<Done> {
  const act = ACTS.find((one) => one === form.get("intent"));
  const sent = { resultId, ...Object.fromEntries(form) };
  const wrong = (fields: readonly PropertyKey[]) => ({
    errors: Object.fromEntries(
      fields.map((name) => [
        String(name),
        t(name === "replyBy" ? "officerResult.fieldDate" : "officerResult.fieldText"),
      ]),
    ),
  });
  const fieldsOf = (error: { issues: readonly { path: readonly PropertyKey[] }[] }) =>
    wrong(error.issues.map(({ path }) => path[0] ?? "text"));
  switch (act) {
    case "inform": {
      const read = informOfficer.safeParse(sent);
      if (!read.success) return fieldsOf(read.error);
      await caller.officerResult.inform({ unitId, ...read.data });
      break;
    }
    case "reply": {
      const read = replyToResult.safeParse({ ...sent, onPaper: form.get("onPaper") === "on" });
      if (!read.success) return fieldsOf(read.error);
      await caller.officerResult.reply({ unitId, ...read.data });
      break;
    }
    case "decide": {
      const read = decideOnOfficer.safeParse(sent);
      if (!read.success) return fieldsOf(read.error);
      await caller.officerResult.decide({ unitId, ...read.data });
      break;
    }
    case "close":
    case "reopen": {
      const read = closeOfficerResult.safeParse(sent);
      if (!read.success) return fieldsOf(read.error);
      await caller.officerResult[act]({ unitId, ...read.data });
      break;
    }
    default:
      return wrong(["text"]);
  }
  return { act, errors: {} };
}
