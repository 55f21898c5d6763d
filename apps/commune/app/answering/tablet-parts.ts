import type { SurveyForm } from "@gandan/model/model/model-schema";

/** What the page of a tablet hands to its script, in one attribute of its form. */
export interface TabletParts {
  /** The address of the point, to which waiting sheets are sent. */
  place: string;
  formId: string;
  form: SurveyForm;
  texts: {
    /** All was sent. */
    ready: string;
    /** `{n}` sheets wait. */
    waiting: string;
    offline: string;
    /** `{n}` sheets will not be taken. */
    refused: string;
  };
}

/** A sheet's end as the server tells it. */
export interface SheetEnds {
  ends: { key: string; end: "taken" | "refused" }[];
}
