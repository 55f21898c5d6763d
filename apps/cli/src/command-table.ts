import type { Command } from "./command";

/** Every command by the words that call it; each is loaded only when it is called. */
export const commandTable: Readonly<Record<string, () => Promise<Command>>> = {
  "calendar days": async () => (await import("./commands/calendar-days")).calendarDays,
  "calendar due": async () => (await import("./commands/calendar-due")).calendarDue,
  compare: async () => (await import("./commands/oversight-compare")).oversightCompare,
  doctor: async () => (await import("./commands/system-doctor")).systemDoctor,
  evaluate: async () => (await import("./commands/evaluate")).evaluate,
  "hosts confirm": async () => (await import("./commands/hosts-confirm")).hostsConfirm,
  "hosts list": async () => (await import("./commands/hosts-list")).hostsList,
  "import dossiers": async () => (await import("./commands/import-dossiers")).importDossiers,
  "model check": async () => (await import("./commands/model-check")).modelCheck,
  "model diff": async () => (await import("./commands/model-diff")).modelDiff,
  "model list": async () => (await import("./commands/model-list")).modelList,
  "model show": async () => (await import("./commands/model-show")).modelShow,
  "rollup verify": async () => (await import("./commands/rollup-verify")).rollupVerify,
  "staff add": async () => (await import("./commands/staff-add")).staffAdd,
  "staff link": async () => (await import("./commands/staff-link")).staffLink,
  "staff reset-second-factor": async () =>
    (await import("./commands/staff-reset-second-factor")).staffResetSecondFactor,
  "units import": async () => (await import("./commands/units-import")).unitsImport,
  "units merge": async () => (await import("./commands/units-merge")).unitsMerge,
  up: async () => (await import("./commands/system-up")).systemUp,
};
