import {
  changePublication,
  correctPublication,
  draftPublication,
  listPublications,
  publicationId,
  publicPublication,
  publicPublications,
  seenPublication,
  standPublication,
} from "@gandan/model/publication/publication-inputs";
import * as drafts from "@gandan/services/publication/draft-publication";
import { listPublications as list } from "@gandan/services/publication/list-publications";
import * as read from "@gandan/services/publication/read-publication";
import { signPublication, standPublication as stand } from "@gandan/services/publication/sign-publication";
import { openProcedure, router, unitProcedure } from "./trpc";

export const publicationRouter = router({
  list: unitProcedure.input(listPublications).query(({ ctx, input }) => list(ctx.unit, input)),
  read: unitProcedure.input(publicationId).query(({ ctx, input }) => read.readPublication(ctx.unit, input)),
  print: unitProcedure.input(publicationId).query(({ ctx, input }) => read.printPublication(ctx.unit, input)),
  draft: unitProcedure.input(draftPublication).mutation(({ ctx, input }) => drafts.draftPublication(ctx.unit, input)),
  change: unitProcedure
    .input(changePublication)
    .mutation(({ ctx, input }) => drafts.changePublication(ctx.unit, input)),
  recount: unitProcedure
    .input(seenPublication)
    .mutation(({ ctx, input }) => drafts.recountPublication(ctx.unit, input)),
  drop: unitProcedure.input(publicationId).mutation(({ ctx, input }) => drafts.dropPublication(ctx.unit, input)),
  correct: unitProcedure
    .input(correctPublication)
    .mutation(({ ctx, input }) => drafts.correctPublication(ctx.unit, input)),
  sign: unitProcedure.input(seenPublication).mutation(({ ctx, input }) => signPublication(ctx.unit, input)),
  stand: unitProcedure.input(standPublication).mutation(({ ctx, input }) => stand(ctx.unit, input)),
  // For anyone: what a unit has published.
  published: openProcedure.input(publicPublications).query(({ ctx, input }) => read.listPublished(ctx, input)),
  publishedOne: openProcedure.input(publicPublication).query(({ ctx, input }) => read.readPublished(ctx, input)),
  publishedPaper: openProcedure.input(publicPublication).query(({ ctx, input }) => read.printPublished(ctx, input)),
});
