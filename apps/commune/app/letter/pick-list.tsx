import { useFormat, useT } from "@gandan/i18n/translation";
import { Icon } from "@gandan/ui/icon";

export interface PickLetter {
  id: string;
  kindTitle: string;
  tone: string;
  revision: number;
  honorific: string;
  addressee: string;
  procedureName: string | null;
  externalCode: string | null;
  cause: string | null;
  dueAt: Date | null;
  newDueAt: string | null;
  draftedBy: string | null;
  checkedBy: string | null;
  checkedAt: Date | null;
}

interface PickListProps {
  letters: readonly PickLetter[];
  path: string;
  /** The moment of the page. */
  now: Date;
  /** Ticked at first. */
  ticked: (letter: PickLetter) => boolean;
  /** A letter is signed only when it has been checked. */
  checkRequired: boolean;
}

/** Letters to tick, each with what a signer wants to know of it and the way to read it; made for a phone. */
export function PickList({ letters, path, now, ticked, checkRequired }: PickListProps) {
  const t = useT();
  const format = useFormat();
  const day = (iso: string) => format.date(new Date(iso));
  return (
    <ul className="list">
      {letters.map((letter) => {
        const name = letter.addressee ? `${letter.honorific} ${letter.addressee}` : t("signing.noName");
        const about = [
          letter.procedureName ?? letter.externalCode,
          letter.newDueAt ? t("signing.newDue", { date: day(letter.newDueAt) }) : null,
        ];
        const late = letter.dueAt && letter.dueAt <= now;
        return (
          <li key={letter.id}>
            <label className="pick" htmlFor={letter.id}>
              <input
                type="checkbox"
                id={letter.id}
                name="letter"
                value={`${letter.id} ${letter.revision}`}
                defaultChecked={ticked(letter)}
              />
              <span>
                <span className="muted small">{letter.kindTitle}</span>
                <br />
                <strong>{name}</strong>
                <br />
                <span className="small soft">{about.filter(Boolean).join(" · ")}</span>
                {letter.cause ? (
                  <>
                    <br />
                    <span className="small soft">{letter.cause}</span>
                  </>
                ) : null}
                <br />
                {letter.dueAt ? (
                  <span className={late ? "small out out-missed" : "small out out-pending"}>
                    <Icon name={late ? "octagon-x" : "hourglass"} />
                    {t(late ? "signing.late" : "signing.signBefore", { time: format.dateTime(letter.dueAt) })}
                  </span>
                ) : null}{" "}
                <span className="small soft">
                  {letter.checkedAt
                    ? t("signing.checkedBy", {
                        person: letter.checkedBy ?? "–",
                        time: format.dateTime(letter.checkedAt),
                      })
                    : checkRequired
                      ? t("signing.unchecked")
                      : t("signing.draftedBy", { person: letter.draftedBy ?? t("audit.system") })}
                </span>
              </span>
              <a className="small" href={`${path}/letters/${letter.id}.pdf`}>
                {t("signing.read")}
                <span className="vh"> {t("signing.readLabel", { kind: letter.kindTitle, addressee: name })}</span>
              </a>
            </label>
          </li>
        );
      })}
    </ul>
  );
}
