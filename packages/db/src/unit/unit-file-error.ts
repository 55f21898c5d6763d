/** Why a row of a unit file cannot be taken, or what was done about it. Keys belong to the i18n area `error`. */
export type UnitFileKey =
  | "unitFile.header"
  | "unitFile.fields"
  | "unitFile.quotes"
  | "unitFile.empty"
  | "unitFile.code"
  | "unitFile.type"
  | "unitFile.partial"
  | "unitFile.duplicate"
  | "unitFile.contradiction"
  | "unitFile.parent"
  | "unitFile.division"
  | "unitFile.successor"
  | "unitFile.listFirst"
  | "unitFile.matchedByName";

export interface UnitFileError {
  /** Line of the file, 1 for the header. */
  line: number;
  /** Name of the column; null when the whole row is meant. */
  column: string | null;
  key: UnitFileKey;
  details: Record<string, string | number>;
}
