import { useT } from "@gandan/i18n/translation";
import { Badge } from "@gandan/ui/badge";
import { Button } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Panel } from "@gandan/ui/panel";

interface DossierLettersProps {
  dossierId: string;
  letters: readonly {
    id: string;
    kindTitle: string;
    state: "drafted" | "checked" | "returned" | "signed" | "delivered" | "withdrawn";
    withdrawnFor: "finished" | "ended" | "paused" | "not-due" | null;
    number: string | null;
  }[];
  kinds: readonly { kind: string; title: string }[];
  path: string;
}

/** The letters about a dossier with where each stands, and the way to write another; nothing when there is neither. */
export function DossierLetters({ dossierId, letters, kinds, path }: DossierLettersProps) {
  const t = useT();
  if (letters.length === 0 && kinds.length === 0) return null;
  return (
    <Panel id="dossier-letters" title={t("letter.ofDossier")}>
      {letters.length === 0 ? <p className="muted">{t("letter.ofDossierNone")}</p> : null}
      <ul className="stack">
        {letters.map(({ id, kindTitle, state, withdrawnFor, number }) => (
          <li key={id}>
            <a href={`${path}/letters/${id}`}>{kindTitle}</a>{" "}
            <Badge>{withdrawnFor ? t(`letter.withdrawnShort.${withdrawnFor}`) : t(`letter.state.${state}`)}</Badge>
            {number ? <span className="muted"> {`${t("letter.number")} ${number}`}</span> : null}
          </li>
        ))}
      </ul>
      {kinds.length > 0 ? (
        <form className="row no-print" method="get" action={`${path}/letters/new`}>
          <input type="hidden" name="dossier" value={dossierId} />
          <Field
            id="letter-kind"
            name="kind"
            control="select"
            label={t("letter.kind")}
            options={kinds.map(({ kind, title }) => ({ value: kind, label: title }))}
          />
          <Button>{t("letter.begin")}</Button>
        </form>
      ) : null}
    </Panel>
  );
}
