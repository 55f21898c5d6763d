import { useFormat, useT } from "@gandan/i18n/translation";
import type { Task } from "@gandan/model/model/model-schema";
import { Button } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { Panel } from "@gandan/ui/panel";
import { DraftFields } from "./draft-fields";
import type { DraftView } from "./draft-view";
import { EntryActs, LeftOut } from "./entry-acts";
import { useFormState } from "./form-failure";
import { ClauseField } from "./new-rule";
import { RemindersForm } from "./reminders-form";

/** Tasks with their dates, owners and products, and a new one. */
export function TimelinePart({ draft }: { draft: DraftView }) {
  const t = useT();
  const { timeline } = draft.source;
  const gone = draft.above?.source.timeline.filter((one) => !timeline.some(({ id }) => id === one.id)) ?? [];
  return (
    <>
      <Panel id="timeline" title={t("model.view.timeline")}>
        {timeline.length === 0 ? (
          <EmptyState icon="calendar" title={t("model.editor.noTasks")} text={t("model.editor.noTasksText")} />
        ) : (
          <div className="stack">
            {timeline.map((task) => (
              <TaskForms key={task.id} draft={draft} task={task} />
            ))}
          </div>
        )}
        <LeftOut draft={draft} entries={gone} />
      </Panel>
      <NewTask draft={draft} />
      <RemindersForm draft={draft} />
    </>
  );
}

function TaskForms({ draft, task }: { draft: DraftView; task: Task }) {
  const t = useT();
  const format = useFormat();
  const form = useFormState("task", task.id);
  const wrong = ["title", "from", "due", "owners", "products"].some((one) => form.error(one));
  const lasting = task.standing || task.recurs !== undefined;
  const dates = [task.from, task.due].flatMap((day) => (day ? [format.date(day)] : []));
  return (
    <details id={`task-${task.id}`} open={wrong}>
      <summary>
        {task.title}{" "}
        <span className="muted">
          {dates.length > 0 ? dates.join(" – ") : t(lasting ? "model.editor.standing" : "model.editor.noDue")}
          {task.clause ? ` (${task.clause})` : null}
        </span>
      </summary>
      <div className="stack">
        <form method="post" className="stack">
          <DraftFields checksum={draft.checksum} change="task" id={task.id} />
          <Field {...form.field("title", task.title)} required label={t("model.editor.taskTitle")} />
          <TaskFields form={form} task={task} />
          <Button label={`${t("model.editor.saveTask")}: ${task.title}`}>{t("model.editor.saveTask")}</Button>
        </form>
        <EntryActs draft={draft} of="task" id={task.id} title={task.title} />
      </div>
    </details>
  );
}

function NewTask({ draft }: { draft: DraftView }) {
  const t = useT();
  const form = useFormState("add-task");
  return (
    <Panel id="add" title={t("model.editor.addTask")}>
      <form method="post" className="stack">
        <DraftFields checksum={draft.checksum} change="add-task" />
        <Field {...form.field("title")} required label={t("model.editor.taskTitle")} />
        <TaskFields form={form} />
        <ClauseField form={form} />
        <Button>{t("model.editor.addTask")}</Button>
      </form>
    </Panel>
  );
}

function TaskFields(props: {
  form: ReturnType<typeof useFormState>;
  task?: Pick<Task, "from" | "due" | "owners" | "products">;
}) {
  const { form, task } = props;
  const t = useT();
  const lines = (name: "owners" | "products", label: string) => (
    <Field
      {...form.field(name, task?.[name].join("\n"))}
      control="textarea"
      rows={Math.max(2, task?.[name].length ?? 0)}
      label={label}
      hint={t("model.editor.onePerLine")}
    />
  );
  const day = (name: "from" | "due", label: string) => (
    <Field {...form.field(name, task?.[name])} control="date" label={label} />
  );
  return (
    <>
      <div className="row top">
        {day("from", t("model.editor.from"))}
        {day("due", t("model.editor.due"))}
      </div>
      {lines("owners", t("model.editor.owners"))}
      {lines("products", t("model.editor.products"))}
    </>
  );
}
