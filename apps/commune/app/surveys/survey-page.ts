import type { Caller } from "@gandan/api/root.router";

/** A result as the pages have it. */
export type SurveyPage = Awaited<ReturnType<Caller["surveyResult"]["read"]>>;
