import { useFormat, useT } from "@gandan/i18n/translation";
import { differenceLines } from "@gandan/model/import/difference-lines";
import { Badge } from "@gandan/ui/badge";
import { Button } from "@gandan/ui/button";
import { Form } from "@remix-run/react";
import { entryText } from "../../import/entry-text";
import type { ReconciliationPage } from "../../import/import-page";

interface DifferenceListProps {
  match: ReconciliationPage["matches"][number];
  /** Nothing is written yet, so that somebody may still choose. */
  open: boolean;
  /** Where a choice is sent. */
  action: string;
}

/** What a file tells otherwise of one dossier: before, after, why, and whose word stands. */
export function DifferenceList({ match, open, action }: DifferenceListProps) {
  const t = useT();
  const format = useFormat();
  if (match.differences.length === 0) return null;
  return (
    <ul className="diffs">
      {match.differences.map((difference) => {
        const lines = differenceLines(difference);
        const { place, why, choice } = difference;
        const other = choice === "file" ? "ours" : "file";
        const field = lines[0] ? t(`import.mapping.fields.${lines[0].field}`) : "";
        const side = t(`import.reconcile.take.${other}`);
        return (
          <li key={place} className="diffs-changed">
            {lines.map(({ field: each, before, after }) => (
              <div key={each}>
                <p className="label">{t(`import.mapping.fields.${each}`)}</p>
                <p>
                  <span className="diffs-side">{t("import.reconcile.ours")}</span>{" "}
                  {entryText(t, format, before, "hidden")}
                </p>
                <p>
                  <span className="diffs-side">{t("import.reconcile.file")}</span>{" "}
                  <ins>{entryText(t, format, after, "hidden")}</ins>
                </p>
              </div>
            ))}
            <p className="row">
              <Badge tone={choice ? "gold" : "line"}>{t(`import.reconcile.why.${why}`)}</Badge>
              {choice ? <strong>{t(`import.reconcile.side.${choice}`)}</strong> : null}
            </p>
            {open && choice && match.dossierId ? (
              <Form method="post" action={action} reloadDocument>
                <input type="hidden" name="dossierId" value={match.dossierId} />
                <input type="hidden" name="place" value={place} />
                <Button
                  size="small"
                  name="side"
                  value={other}
                  label={t("import.reconcile.takeOf", { side, field, code: match.externalCode })}
                >
                  {side}
                </Button>
              </Form>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
