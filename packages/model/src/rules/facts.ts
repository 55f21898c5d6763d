import type { Lump } from "../survey/shown-answers";
/** Local minutes are on the clock of Asia/Ho_Chi_Minh; `NEVER` (dossier-facts) when something has not happened. */

/** Both ends inclusive; `to` is the last minute. */
export interface Period {
  from: number;
  to: number;
}

/** Answers to five-level questions in a period: [very dissatisfied, dissatisfied, ordinary, satisfied, very satisfied]. */
export type LevelCounts = readonly [number, number, number, number, number];

export interface SurveyFacts {
  period: Period;
  /** Dossiers whose result was given in the period: the base of quotas. */
  dossiers: number;
  /** Valid answer sheets of the period. */
  responses: number;
  /** By question: answers whose number is told by level. */
  levels: Readonly<Record<string, LevelCounts>>;
  /** By question: answers that are told only together (`tellApart`), by place of the level from 0. */
  lumps?: Readonly<Record<string, readonly Lump[]>>;
}

export interface OfficerFacts {
  period: Period;
  officers: readonly { officer: string; levels: LevelCounts }[];
}

export interface ActivityFacts {
  /** The time under judgement: weeks, months … that began before it are not judged. */
  period: Period;
  held: readonly { activity: string; at: number; role?: string }[];
}

export interface PetitionFacts {
  kind: "complaint" | "denunciation" | "recommendation";
  receivedAt: number;
  passedOnAt: number;
  acceptedAt: number;
  resolvedAt: number;
  withdrawnAt: number;
}

export interface FeedbackFacts {
  receivedAt: number;
  answeredAt: number;
  /** False when there is no one to answer or nothing to answer: anonymous praise, spam. */
  needsAnswer: boolean;
}

export interface PledgeFacts {
  /** Staff who ought to sign. */
  staff: number;
  /** When each of those who signed did. */
  signedAt: readonly number[];
}

export interface TaskFacts {
  task: string;
  /** Last minute of the due date; one entry for each occurrence of a recurring task. */
  dueAt: number;
  doneAt: number;
  products: number;
}

export interface PublicationFacts {
  period: Period;
  /** Each publication on paper, at the desk or on the site. */
  published: readonly { publication: string; at: number }[];
  /** Times during which a publication stood on-line; `to` is NEVER while it stands. */
  online: readonly { publication: string; from: number; to: number }[];
}

export interface ReportFacts {
  report: string;
  /** Last minute of the due date. */
  dueAt: number;
  handedInAt: number;
}

export interface IndexFacts {
  index: string;
  year: number;
  /** Null until the index of the year is known. */
  points: number | null;
}

/** All facts of a unit that are not dossiers; an area that is absent is not measured. */
export interface UnitFacts {
  survey?: SurveyFacts;
  officer?: OfficerFacts;
  activity?: ActivityFacts;
  petition?: readonly PetitionFacts[];
  feedback?: readonly FeedbackFacts[];
  pledge?: PledgeFacts;
  task?: readonly TaskFacts[];
  publication?: PublicationFacts;
  report?: readonly ReportFacts[];
  index?: readonly IndexFacts[];
}
