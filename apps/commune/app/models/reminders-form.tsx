import { useT } from "@gandan/i18n/translation";
import { leadWords, reminderPlan } from "@gandan/model/notice/reminder-plan";
import { Button } from "@gandan/ui/button";
import { ChoiceField } from "@gandan/ui/choice-field";
import { Field } from "@gandan/ui/field";
import { Panel } from "@gandan/ui/panel";
import { DraftFields } from "./draft-fields";
import type { DraftView } from "./draft-view";
import { useFormState } from "./form-failure";

const LEADS = ["2 working-days", "1 working-days", "4 working-hours", "2 working-hours", "1 working-hours"];
const CLOSINGS = ["1 working-hours", "2 working-hours", "4 working-hours"];
const LISTS = ["14:00", "15:00", "15:30", "16:00", "16:30"];

/** What is usual, with what the model has besides. */
const withOwn = (usual: readonly string[], own: readonly string[]) => [...new Set([...usual, ...own])];

/** When officers are reminded by the draft. */
export function RemindersForm({ draft }: { draft: DraftView }) {
  const t = useT();
  const form = useFormState("reminders");
  const plan = reminderPlan(draft.source.reminders);
  const lead = (text: string) => leadWords(text)[t.language];
  const ownClosing = plan.to_close.endsWith("working-hours") ? [plan.to_close] : [];
  const ownList = plan.weekend === "none" ? [] : [plan.weekend];
  return (
    <Panel id="reminders" title={t("notice.title")}>
      <form method="post" className="stack">
        <DraftFields checksum={draft.checksum} change="reminders" />
        <ChoiceField
          id={form.idOf("before_due")}
          name="before_due"
          control="checkbox"
          legend={t("notice.editor.beforeDue")}
          hint={t("notice.editor.beforeDueHint")}
          error={form.error("before_due")}
          chosen={form.words("before_due", plan.before_due)}
          options={withOwn(LEADS, plan.before_due).map((value) => ({ value, label: lead(value) }))}
        />
        <Field
          {...form.field("to_close", plan.to_close)}
          control="select"
          label={t("notice.editor.toClose")}
          options={[
            { value: "end-of-work", label: t("notice.editor.endOfWork") },
            ...withOwn(CLOSINGS, ownClosing).map((value) => ({
              value,
              label: t("notice.editor.after", { lead: lead(value) }),
            })),
            { value: "none", label: t("notice.editor.none") },
          ]}
        />
        <Field
          {...form.field("weekend", plan.weekend)}
          control="select"
          label={t("notice.editor.weekend")}
          options={[
            ...withOwn(LISTS, ownList).map((time) => ({ value: time, label: t("notice.editor.at", { time }) })),
            { value: "none", label: t("notice.editor.none") },
          ]}
        />
        <div>
          <Button>{t("notice.editor.save")}</Button>
        </div>
      </form>
    </Panel>
  );
}
