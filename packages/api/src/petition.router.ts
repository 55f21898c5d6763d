import {
  barReader,
  changePetitionSettings,
  endReader,
  followPetition,
  handOverPetition,
  listPetitions,
  nameReader,
  petitionFile,
  petitionId,
  registerPetition,
  revealSender,
  submitPetition,
  takeBackStep,
  takeStep,
} from "@gandan/model/petition/petition-inputs";
import { publicUnit } from "@gandan/model/public/public-inputs";
import {
  changePetitionSettings as changeSettings,
  readPetitionSettings,
} from "@gandan/services/petition/change-petition-settings";
import { handOverPetition as handOver } from "@gandan/services/petition/hand-over-petition";
import { exportPetitions, listPetitions as list } from "@gandan/services/petition/list-petitions";
import { endReader as end, listReaders, nameReader as name } from "@gandan/services/petition/name-readers";
import { openFile, openPetition, readPetition, revealSender as reveal } from "@gandan/services/petition/open-petition";
import {
  followPetition as follow,
  readPetitionPage,
  submitPetition as submit,
} from "@gandan/services/petition/public-petition";
import { registerPetition as register } from "@gandan/services/petition/register-petition";
import { barReader as bar, takeStep as step, takeBackStep as takeBack } from "@gandan/services/petition/take-step";
import { admitForm } from "@gandan/services/public/admit-form";
import { openProcedure, router, unitProcedure } from "./trpc";

/** The sealed register. Opening is a mutation: it leaves a trace. */
export const petitionRouter = router({
  list: unitProcedure.input(listPetitions).query(({ ctx, input }) => list(ctx.unit, input)),
  read: unitProcedure.input(petitionId).query(({ ctx, input }) => readPetition(ctx.unit, input)),
  open: unitProcedure.input(petitionId).mutation(({ ctx, input }) => openPetition(ctx.unit, input, ctx.policy)),
  openFile: unitProcedure.input(petitionFile).mutation(({ ctx, input }) => openFile(ctx.unit, input, ctx.policy)),
  export: unitProcedure.input(listPetitions).query(({ ctx, input }) => exportPetitions(ctx.unit, input)),
  revealSender: unitProcedure.input(revealSender).mutation(({ ctx, input }) => reveal(ctx.unit, input, ctx.policy)),
  register: unitProcedure
    .input(registerPetition)
    .mutation(({ ctx, input }) => register(ctx.unit, input, ctx.policy.key)),
  takeStep: unitProcedure.input(takeStep).mutation(({ ctx, input }) => step(ctx.unit, input, ctx.policy.key)),
  takeBack: unitProcedure.input(takeBackStep).mutation(({ ctx, input }) => takeBack(ctx.unit, input)),
  handOver: unitProcedure
    .input(handOverPetition)
    .mutation(({ ctx, input }) => handOver(ctx.unit, input, ctx.policy.key)),
  bar: unitProcedure.input(barReader).mutation(({ ctx, input }) => bar(ctx.unit, input)),
  readers: unitProcedure.query(({ ctx }) => listReaders(ctx.unit)),
  name: unitProcedure.input(nameReader).mutation(({ ctx, input }) => name(ctx.unit, input, ctx.policy.secondFactor)),
  end: unitProcedure.input(endReader).mutation(({ ctx, input }) => end(ctx.unit, input)),
  settings: unitProcedure.query(({ ctx }) => readPetitionSettings(ctx.unit)),
  changeSettings: unitProcedure
    .input(changePetitionSettings)
    .mutation(({ ctx, input }) => changeSettings(ctx.unit, input)),
  admit: openProcedure.input(publicUnit).mutation(({ ctx, input }) => admitForm(ctx, input.slug, "petition")),
  page: openProcedure.input(publicUnit).query(({ ctx, input }) => readPetitionPage(ctx, input)),
  submit: openProcedure.input(submitPetition).mutation(({ ctx, input }) => submit(ctx, input)),
  follow: openProcedure.input(followPetition).mutation(({ ctx, input }) => follow(ctx, input)),
});
