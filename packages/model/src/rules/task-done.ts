import { z } from "zod";
import { NEVER } from "../dossier/dossier-facts";
import { slug } from "../model/model-schema";
import { met, missed, pending } from "../outcome/judgement";
import { reason } from "../outcome/reason-keys";
import { defineFactRuleKind } from "./define-rule-kind";

/** A task of the timeline is done by its date, with its product. One judgement for each time it falls due. */
export const taskDone = defineFactRuleKind({
  kind: "task.done",
  judges: "task",
  params: z.strictObject({ task: slug, product: z.boolean().default(true) }),
  sampled: false,
  stricter: {},
  sentence: ({ task, product }, language, nameOf) =>
    language === "vi"
      ? `Nhiệm vụ "${nameOf(task)}" hoàn thành đúng thời hạn${product ? " và có sản phẩm kèm theo" : ""}.`
      : `Task "${nameOf(task)}" is done by its date${product ? ", with its product" : ""}.`,
  judge: ({ task, product }, tasks, asOf) =>
    tasks
      .filter((one) => one.task === task)
      .map(({ dueAt, doneAt, products }) => {
        if (doneAt === NEVER)
          return asOf <= dueAt ? pending(reason("task.running", { dueAt })) : missed(reason("task.notDone", { dueAt }));
        if (doneAt > dueAt) return missed(reason("task.doneLate", { doneAt, dueAt }));
        if (!product || products > 0) return met(reason("task.done", { doneAt, dueAt }));
        const why = reason("task.withoutProduct", { doneAt });
        return asOf <= dueAt ? pending(why) : missed(why);
      }),
});
