import type { Language } from "@gandan/i18n/language";
import { useFormat, useT } from "@gandan/i18n/translation";
import type { PublicUnit } from "@gandan/site/public/public-places";
import { Icon } from "@gandan/ui/icon";
import styles from "@gandan/ui/styles/board.css?url";
import type { boardOf } from "./board-state.server";

interface BoardPageProps {
  unit: PublicUnit;
  board: Awaited<ReturnType<typeof boardOf>>;
  language: Language;
}

/** Places marked `data-text` and `data-show` are kept up to date by the board's script (browser/board.ts). */
export function BoardPage({ unit, board, language }: BoardPageProps) {
  const t = useT();
  const format = useFormat();
  const { scenes, title, state, asOf } = board;
  const { texts, shows } = state;
  return (
    <>
      <link rel="stylesheet" href={styles} />
      <main
        id="main"
        className="board"
        data-board={`/p/${unit.slug}/board`}
        data-language={language}
        data-version={state.version}
      >
        <header>
          <div>
            <h1>{t("board.welcome", { unit: unit.name })}</h1>
            <p>{title ?? t("board.slogansEmpty")}</p>
          </div>
          <div className="board-clock">
            <time data-place="clock">{format.time(asOf)}</time>
            <p data-place="date">{format.longDate(asOf)}</p>
          </div>
        </header>
        <div className="board-in">
          <div className="board-scenes">
            {scenes.map(({ title, lines, size }) => (
              <section key={lines.join(" ")} data-size={size}>
                <h2>{title}</h2>
                <ul>
                  {lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
          <div className="board-counts">
            <h2 data-place="day">{t("board.today")}</h2>
            <dl>
              <Count term={t("board.received")} place="receivedToday" texts={texts} />
              <Count term={t("board.handedOver")} place="handedOverToday" texts={texts} />
              <Count term={texts.left ?? ""} termPlace="left" place="leftToday" texts={texts} />
              <Count term={t("board.late")} place="late" texts={texts} />
            </dl>
            <p data-text="hotline">{texts.hotline}</p>
          </div>
        </div>
        <footer>
          <Icon name="bell-ring" />
          <p data-show="toClose" hidden={!shows.toClose}>
            {t("board.remind")} <strong data-text="toClose">{texts.toClose}</strong>,{" "}
            <span data-text="closeBy">{texts.closeBy}</span>
          </p>
          <p data-show="allClosed" hidden={!shows.allClosed}>
            {t("board.allClosed")}
          </p>
          <p className="board-offline" data-place="offline" role="status" hidden>
            {texts.offline}
          </p>
        </footer>
      </main>
      <script type="module" src="/board.js" />
    </>
  );
}

interface CountProps {
  term: string;
  termPlace?: string;
  place: string;
  texts: Readonly<Record<string, string>>;
}

function Count({ term, termPlace, place, texts }: CountProps) {
  return (
    <div>
      <dt data-text={termPlace}>{term}</dt>
      <dd data-text={place}>{texts[place]}</dd>
    </div>
  );
}
