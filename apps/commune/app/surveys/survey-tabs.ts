import type { TextKey } from "@gandan/i18n/translator";
import type { UnitPermission } from "@gandan/site/unit/units.server";

interface SurveyTab {
  name: TextKey;
  /** Behind the address of the surveys; each has a route `_staff.u.$unit.surveys.<name>`. */
  to: string;
  /** Shown to those alone who may. */
  needs: UnitPermission;
}

/** The parts of a unit's surveys, in the order of their tabs. */
export const SURVEY_TABS: readonly SurveyTab[] = [
  { name: "survey.formsTab", to: "", needs: "survey:read" },
  { name: "survey.pointsTab", to: "/points", needs: "survey:read" },
  { name: "paper.tab", to: "/paper", needs: "survey:enter" },
  { name: "surveyResult.tab", to: "/results", needs: "survey:read" },
  { name: "surveyResult.progress.tab", to: "/progress", needs: "survey:read" },
  { name: "officerResult.tab", to: "/officers", needs: "officer-result:own" },
  { name: "surveyResult.screen.tab", to: "/texts", needs: "survey:screen" },
];
