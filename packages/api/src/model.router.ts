import {
  createDraft as createInput,
  diffVersions as diffInput,
  editDraft as editInput,
  importYaml as importInput,
  oneModel,
  oneVersion,
  printPlan as printInput,
  publishDraft as publishInput,
  replaceYaml as replaceInput,
  replayDraft as replayInput,
  undoDraft as undoInput,
} from "@gandan/model/model-editing/model-inputs";
import { createDraft, importYaml } from "@gandan/services/model/create-draft";
import { discardDraft, editDraft, replaceYaml, undoDraft } from "@gandan/services/model/edit-draft";
import { listModels } from "@gandan/services/model/list-models";
import { diffVersions, exportYaml, listVersions } from "@gandan/services/model/list-versions";
import { printPlan } from "@gandan/services/model/print-plan";
import { publishDraft } from "@gandan/services/model/publish-draft";
import { checkDraft, readDraft } from "@gandan/services/model/read-draft";
import { readModel } from "@gandan/services/model/read-model";
import { replayDraft } from "@gandan/services/model/replay-draft";
import { router, unitProcedure } from "./trpc";

export const modelRouter = router({
  list: unitProcedure.query(({ ctx }) => listModels(ctx.unit)),
  read: unitProcedure.input(oneModel).query(({ ctx, input }) => readModel(ctx.unit, input)),
  versions: unitProcedure.input(oneModel).query(({ ctx, input }) => listVersions(ctx.unit, input)),
  diff: unitProcedure.input(diffInput).query(({ ctx, input }) => diffVersions(ctx.unit, input)),
  exportYaml: unitProcedure.input(oneVersion).query(({ ctx, input }) => exportYaml(ctx.unit, input)),
  plan: unitProcedure.input(printInput).query(({ ctx, input }) => printPlan(ctx.unit, input)),
  draft: unitProcedure.input(oneModel).query(({ ctx, input }) => readDraft(ctx.unit, input)),
  check: unitProcedure.input(oneVersion).query(({ ctx, input }) => checkDraft(ctx.unit, input)),
  replay: unitProcedure.input(replayInput).query(({ ctx, input }) => replayDraft(ctx.unit, input)),
  create: unitProcedure.input(createInput).mutation(({ ctx, input }) => createDraft(ctx.unit, input)),
  importYaml: unitProcedure.input(importInput).mutation(({ ctx, input }) => importYaml(ctx.unit, input)),
  edit: unitProcedure.input(editInput).mutation(({ ctx, input }) => editDraft(ctx.unit, input)),
  undo: unitProcedure.input(undoInput).mutation(({ ctx, input }) => undoDraft(ctx.unit, input)),
  replaceYaml: unitProcedure.input(replaceInput).mutation(({ ctx, input }) => replaceYaml(ctx.unit, input)),
  discard: unitProcedure.input(oneVersion).mutation(({ ctx, input }) => discardDraft(ctx.unit, input)),
  publish: unitProcedure.input(publishInput).mutation(({ ctx, input }) => publishDraft(ctx.unit, input)),
});
