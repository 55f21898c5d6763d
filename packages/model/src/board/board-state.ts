/** What a board is told again and again: ready words, so that it needs no texts of its own. */
export interface BoardState {
  /** Another one: the board itself has changed and loads itself anew. */
  version: string;
  /** The clock of the server, in milliseconds: boards have often a wrong one. */
  now: number;
  /** By the name of their place on the board. */
  texts: Readonly<Record<string, string>>;
  /** Which parts are there at the moment. */
  shows: Readonly<Record<string, boolean>>;
}
