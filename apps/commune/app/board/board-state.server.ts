import { createHash } from "node:crypto";
import type { Caller } from "@gandan/api/root.router";
import type { Format } from "@gandan/i18n/format";
import type { Translate } from "@gandan/i18n/translator";
import { boardScenes } from "@gandan/model/board/board-scenes";
import type { BoardState } from "@gandan/model/board/board-state";
import type { PublicUnit } from "@gandan/site/public/public-places";

interface BoardCall {
  caller: Caller;
  unit: PublicUnit;
  t: Translate;
  format: Format;
}

type Counts = Awaited<ReturnType<Caller["board"]["read"]>>["counts"];

/** What stands on the board at this moment, in words. */
function textsOf({ t, format, unit }: BoardCall, counts: Counts): BoardState["texts"] {
  const { closesAt, asOf, notClosed } = counts;
  const time = closesAt ? format.time(closesAt) : null;
  return {
    receivedToday: format.number(counts.receivedToday),
    handedOverToday: format.number(counts.handedOverToday),
    left: time ? t("board.left", { time }) : t("board.leftToday"),
    leftToday: format.number(counts.leftToday),
    late: format.number(counts.late),
    toClose: t("board.toClose", { count: notClosed }),
    closeBy: time ? t("board.closeBefore", { time }) : t("board.closeNow"),
    day: format.date(asOf),
    offline: t("board.offline", { time: format.dateTime(asOf) }),
    hotline: unit.phone ? t("board.hotline", { phone: unit.phone }) : "",
  };
}

/** The board of a unit: what it shows one after the other, and its state now. */
export async function boardOf(call: BoardCall) {
  const { caller, unit } = call;
  const { title, slogans, counts } = await caller.board.read({ slug: unit.slug });
  const scenes = boardScenes(slogans);
  const version = createHash("sha1").update(JSON.stringify([unit.name, unit.phone, title, scenes]));
  const state: BoardState = {
    version: version.digest("base64url"),
    now: Date.now(),
    texts: textsOf(call, counts),
    shows: { toClose: counts.notClosed > 0, allClosed: counts.notClosed === 0 },
  };
  return { scenes, title, state, asOf: counts.asOf };
}
