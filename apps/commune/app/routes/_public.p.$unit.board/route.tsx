import { publicPage } from "@gandan/site/public/public-page.server";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { BoardPage } from "../../board/board-page";
import { boardOf } from "../../board/board-state.server";

/** The board in the hall: without script all promises and the counts of the moment, with it alive for weeks. */
export const loader = (args: LoaderFunctionArgs) =>
  publicPage(
    args,
    async (call) => {
      const { unit, t, language } = call;
      const board = await boardOf(call);
      return {
        title: t("board.title"),
        framed: false,
        body: <BoardPage unit={unit} board={board} language={language} />,
      };
    },
    { cached: true },
  );
