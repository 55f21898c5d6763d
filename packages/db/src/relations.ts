import { relations } from "drizzle-orm";
import { adoption } from "./schema/adoption";
import { auditLog } from "./schema/audit-log";
import { calendarLayer } from "./schema/calendar-layer";
import { delayCause } from "./schema/delay-cause";
import { delegation } from "./schema/delegation";
import { dossier } from "./schema/dossier";
import { dossierEvent } from "./schema/dossier-event";
import { dossierOutcome } from "./schema/dossier-outcome";
import { feedback } from "./schema/feedback";
import { feedbackContact } from "./schema/feedback-contact";
import { feedbackEvent } from "./schema/feedback-event";
import { feedbackMail } from "./schema/feedback-mail";
import { feedbackPhoto } from "./schema/feedback-photo";
import { heldForm } from "./schema/held-form";
import { importDifference } from "./schema/import-difference";
import { importFile } from "./schema/import-file";
import { importMapping } from "./schema/import-mapping";
import { importMatch } from "./schema/import-match";
import { importRun } from "./schema/import-run";
import { indexAppraisal } from "./schema/index-appraisal";
import { indexEntry } from "./schema/index-entry";
import { indexFrame } from "./schema/index-frame";
import { indexSheet } from "./schema/index-sheet";
import { letter } from "./schema/letter";
import { letterBatch } from "./schema/letter-batch";
import { letterDelivery } from "./schema/letter-delivery";
import { letterFile } from "./schema/letter-file";
import { letterKind } from "./schema/letter-kind";
import { letterMaking } from "./schema/letter-making";
import { letterRegister } from "./schema/letter-register";
import { letterTemplate } from "./schema/letter-template";
import { model } from "./schema/model";
import { modelVersion } from "./schema/model-version";
import { notice } from "./schema/notice";
import { noticeChoice } from "./schema/notice-choice";
import { noticeMail } from "./schema/notice-mail";
import { noticeMailItem } from "./schema/notice-mail-item";
import { noticeRead } from "./schema/notice-read";
import { officerName } from "./schema/officer-name";
import { officerResult } from "./schema/officer-result";
import { officerRound } from "./schema/officer-round";
import { officerStep } from "./schema/officer-step";
import { passwordLink } from "./schema/password-link";
import { petition } from "./schema/petition";
import { petitionBar } from "./schema/petition-bar";
import { petitionFile } from "./schema/petition-file";
import { petitionPaper } from "./schema/petition-paper";
import { petitionReader } from "./schema/petition-reader";
import { petitionStep } from "./schema/petition-step";
import { procedure } from "./schema/procedure";
import { procedureGuide } from "./schema/procedure-guide";
import { publicTry } from "./schema/public-try";
import { publication } from "./schema/publication";
import { publicationFile } from "./schema/publication-file";
import { publicationStanding } from "./schema/publication-standing";
import { recoveryCode } from "./schema/recovery-code";
import { registration } from "./schema/registration";
import { rollupDay } from "./schema/rollup-day";
import { rollupDirty } from "./schema/rollup-dirty";
import { rollupMonth } from "./schema/rollup-month";
import { rollupQuota } from "./schema/rollup-quota";
import { rollupReason } from "./schema/rollup-reason";
import { rollupSurvey } from "./schema/rollup-survey";
import { secondFactor } from "./schema/second-factor";
import { session } from "./schema/session";
import { staff } from "./schema/staff";
import { staffImport } from "./schema/staff-import";
import { staffPost } from "./schema/staff-post";
import { staffRole } from "./schema/staff-role";
import { surveyForm } from "./schema/survey-form";
import { surveyInbox } from "./schema/survey-inbox";
import { surveyInvitation } from "./schema/survey-invitation";
import { surveyPaperBatch } from "./schema/survey-paper-batch";
import { surveyPaperSheet } from "./schema/survey-paper-sheet";
import { surveyPoint } from "./schema/survey-point";
import { surveyResponse } from "./schema/survey-response";
import { surveySpent } from "./schema/survey-spent";
import { surveyText } from "./schema/survey-text";
import { unit } from "./schema/unit";
import { unitAncestors } from "./schema/unit-ancestors";
import { unitHost } from "./schema/unit-host";
import { unitName } from "./schema/unit-name";
import { unitParent } from "./schema/unit-parent";
import { unitSeal } from "./schema/unit-seal";
import { unitSetting } from "./schema/unit-setting";
import { unitSuccession } from "./schema/unit-succession";
import { webhook } from "./schema/webhook";
import { webhookDelivery } from "./schema/webhook-delivery";
import { yardstickApplication } from "./schema/yardstick-application";

/** All tables by their names in code. */
export const tables = {
  adoption,
  auditLog,
  calendarLayer,
  delegation,
  delayCause,
  dossier,
  dossierEvent,
  dossierOutcome,
  feedback,
  feedbackContact,
  feedbackEvent,
  feedbackMail,
  feedbackPhoto,
  heldForm,
  importDifference,
  importFile,
  importMapping,
  importMatch,
  importRun,
  indexAppraisal,
  indexEntry,
  indexFrame,
  indexSheet,
  letter,
  letterBatch,
  letterDelivery,
  letterFile,
  letterMaking,
  letterKind,
  letterRegister,
  letterTemplate,
  model,
  modelVersion,
  notice,
  noticeChoice,
  noticeMail,
  noticeMailItem,
  noticeRead,
  officerName,
  officerResult,
  officerRound,
  officerStep,
  passwordLink,
  petition,
  petitionBar,
  petitionFile,
  petitionPaper,
  petitionReader,
  petitionStep,
  procedure,
  procedureGuide,
  publicTry,
  publication,
  publicationFile,
  publicationStanding,
  recoveryCode,
  registration,
  rollupDay,
  rollupDirty,
  rollupMonth,
  rollupQuota,
  rollupReason,
  rollupSurvey,
  secondFactor,
  session,
  staff,
  staffImport,
  staffPost,
  staffRole,
  surveyForm,
  surveyInbox,
  surveyInvitation,
  surveyPaperBatch,
  surveyPaperSheet,
  surveyPoint,
  surveyResponse,
  surveySpent,
  surveyText,
  unit,
  unitAncestors,
  unitHost,
  unitName,
  unitParent,
  unitSeal,
  unitSetting,
  unitSuccession,
  webhook,
  webhookDelivery,
  yardstickApplication,
};

const dossierRelations = relations(dossier, ({ many }) => ({
  events: many(dossierEvent),
  outcomes: many(dossierOutcome),
}));

const dossierEventRelations = relations(dossierEvent, ({ one }) => ({
  dossier: one(dossier, {
    fields: [dossierEvent.unitId, dossierEvent.dossierId],
    references: [dossier.unitId, dossier.id],
  }),
}));

const dossierOutcomeRelations = relations(dossierOutcome, ({ one }) => ({
  dossier: one(dossier, {
    fields: [dossierOutcome.unitId, dossierOutcome.dossierId],
    references: [dossier.unitId, dossier.id],
  }),
}));

const modelRelations = relations(model, ({ many }) => ({ versions: many(modelVersion) }));

const modelVersionRelations = relations(modelVersion, ({ one }) => ({
  model: one(model, { fields: [modelVersion.unitId, modelVersion.modelId], references: [model.unitId, model.id] }),
}));

const adoptionRelations = relations(adoption, ({ many }) => ({ registrations: many(registration) }));

const registrationRelations = relations(registration, ({ one }) => ({
  adoption: one(adoption, {
    fields: [registration.unitId, registration.adoptionId],
    references: [adoption.unitId, adoption.id],
  }),
}));

const unitRelations = relations(unit, ({ many }) => ({ names: many(unitName), roles: many(staffRole) }));

const unitNameRelations = relations(unitName, ({ one }) => ({
  unit: one(unit, { fields: [unitName.unitId], references: [unit.id] }),
}));

const staffRelations = relations(staff, ({ many }) => ({ roles: many(staffRole), sessions: many(session) }));

const staffRoleRelations = relations(staffRole, ({ one }) => ({
  staff: one(staff, { fields: [staffRole.staffId], references: [staff.id] }),
  unit: one(unit, { fields: [staffRole.unitId], references: [unit.id] }),
}));

const sessionRelations = relations(session, ({ one }) => ({
  staff: one(staff, { fields: [session.staffId], references: [staff.id] }),
}));

/** Tables with their relations, as drizzle's query builder wants them. */
export const schema = {
  ...tables,
  dossierRelations,
  dossierEventRelations,
  dossierOutcomeRelations,
  modelRelations,
  modelVersionRelations,
  adoptionRelations,
  registrationRelations,
  unitRelations,
  unitNameRelations,
  staffRelations,
  staffRoleRelations,
  sessionRelations,
};
