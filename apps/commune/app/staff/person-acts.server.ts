import type { Caller } from "@gandan/api/root.router";
import type { Translate } from "@gandan/i18n/translator";
import { changePerson, endPerson, endRole, giveRole } from "@gandan/model/staff/staff-inputs";
import { readStaffForm, type Schema } from "./staff-form.server";

interface Sent {
  caller: Caller;
  unitId: string;
  staffId: string;
  t: Translate;
  form: FormData;
}

type Done = "given" | "roleEnded" | "ended" | "changed";

/** What became of an act: `done`, or the words typed with what is wrong. */
interface ActAnswer {
  done?: Done;
  values?: Record<string, string>;
  errors?: Record<string, string>;
}

const act =
  <Input>(
    done: Done,
    schema: Schema<Input>,
    send: (caller: Caller, input: Input & { unitId: string }) => Promise<void>,
  ) =>
  async ({ caller, unitId, staffId, t, form }: Sent): Promise<ActAnswer> => {
    const { input, values, errors } = readStaffForm(schema, form, t, { staffId });
    if (!input) return { values, errors };
    await send(caller, { ...input, unitId });
    return { done };
  };

/** The acts on a person, by the name of their button. */
export const PERSON_ACTS = {
  give: act("given", giveRole, (caller, input) => caller.staff.giveRole(input)),
  "end-role": act("roleEnded", endRole, (caller, input) => caller.staff.endRole(input)),
  end: act("ended", endPerson, (caller, input) => caller.staff.end(input)),
  change: act("changed", changePerson, (caller, input) => caller.staff.change(input)),
};
