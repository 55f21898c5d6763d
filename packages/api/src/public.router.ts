import { changeGuide, changePublicFace, changeSeal, findGuides, unitHost } from "@gandan/model/public/public-face";
import {
  publicHost,
  publicProcedure,
  publicProcedures,
  publicResults,
  publicUnit,
} from "@gandan/model/public/public-inputs";
import { readSealFile, changeSeal as saveSeal } from "@gandan/services/public/change-seal";
import { listGuides, changeGuide as saveGuide } from "@gandan/services/public/keep-guides";
import { askHost, dropHost, findHost } from "@gandan/services/public/keep-hosts";
import { listDirectory } from "@gandan/services/public/list-directory";
import { listPublicProcedures, readPublicProcedure } from "@gandan/services/public/list-public-procedures";
import { listPublicUnits } from "@gandan/services/public/list-public-units";
import { readFace, changeFace as saveFace } from "@gandan/services/public/public-settings";
import { readPublicUnit } from "@gandan/services/public/public-unit";
import { readContact } from "@gandan/services/public/read-contact";
import { printPublicPlan, readDocuments } from "@gandan/services/public/read-documents";
import { readPromise } from "@gandan/services/public/read-promise";
import { readResults } from "@gandan/services/public/read-results";
import { openProcedure, router, unitProcedure } from "./trpc";

/** What a unit shows to anybody. */
export const publicRouter = router({
  units: openProcedure.query(({ ctx }) => listPublicUnits(ctx)),
  directory: openProcedure.query(({ ctx }) => listDirectory(ctx)),
  host: openProcedure.input(publicHost).query(({ ctx, input }) => findHost(ctx, input)),
  unit: openProcedure.input(publicUnit).query(({ ctx, input }) => readPublicUnit(ctx, input)),
  seal: openProcedure.input(publicUnit).query(({ ctx, input }) => readSealFile(ctx, input)),
  promise: openProcedure.input(publicUnit).query(({ ctx, input }) => readPromise(ctx, input)),
  procedures: openProcedure.input(publicProcedures).query(({ ctx, input }) => listPublicProcedures(ctx, input)),
  procedure: openProcedure.input(publicProcedure).query(({ ctx, input }) => readPublicProcedure(ctx, input)),
  results: openProcedure.input(publicResults).query(({ ctx, input }) => readResults(ctx, input)),
  documents: openProcedure.input(publicUnit).query(({ ctx, input }) => readDocuments(ctx, input)),
  plan: openProcedure.input(publicUnit).query(({ ctx, input }) => printPublicPlan(ctx, input)),
  contact: openProcedure.input(publicUnit).query(({ ctx, input }) => readContact(ctx, input)),
});

/** How a unit shows itself to anybody, for those who look after it. */
export const faceRouter = router({
  read: unitProcedure.query(({ ctx }) => readFace(ctx.unit)),
  change: unitProcedure.input(changePublicFace).mutation(({ ctx, input }) => saveFace(ctx.unit, input)),
  changeSeal: unitProcedure.input(changeSeal).mutation(({ ctx, input }) => saveSeal(ctx.unit, input)),
  askHost: unitProcedure.input(unitHost).mutation(({ ctx, input }) => askHost(ctx.unit, input)),
  dropHost: unitProcedure.input(unitHost).mutation(({ ctx, input }) => dropHost(ctx.unit, input)),
  guides: unitProcedure.input(findGuides).query(({ ctx, input }) => listGuides(ctx.unit, input)),
  changeGuide: unitProcedure.input(changeGuide).mutation(({ ctx, input }) => saveGuide(ctx.unit, input)),
});
