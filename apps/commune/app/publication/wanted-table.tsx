import { useFormat, useT } from "@gandan/i18n/translation";
import { Button } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { Form } from "@remix-run/react";

/** Something that the model wants published, and how it stands. */
export interface WantedLine {
  slug: string;
  title: string;
  clause: string | null;
  continuous: boolean;
  dueOn: string | null;
  missedOn: string | null;
  lastAt: Date | null;
  standsSince: Date | null;
  draftId: string | null;
}

interface WantedTableProps {
  path: string;
  wanted: readonly WantedLine[];
  may: { edit: boolean; sign: boolean };
  yearBefore: number;
}

/** What the model wants published by which day, with the acts for each. */
export function WantedTable({ path, wanted, may, yearBefore }: WantedTableProps) {
  const t = useT();
  const format = useFormat();
  return (
    <DataTable
      caption={t("publication.wanted")}
      rows={wanted}
      rowKey={({ slug }) => slug}
      columns={[
        {
          key: "what",
          header: t("publication.what"),
          cell: ({ title, clause }) => (
            <>
              {title}
              {clause ? <span className="sub">{t("publication.clause", { clause })}</span> : null}
            </>
          ),
        },
        {
          key: "due",
          header: t("publication.due"),
          narrowLabel: t("publication.due"),
          cell: ({ dueOn, missedOn }) => (
            <>
              {dueOn ? t("publication.dueOn", { date: format.date(dueOn) }) : t("publication.noDates")}
              {missedOn ? (
                <span className="sub">{t("publication.missedOn", { date: format.date(missedOn) })}</span>
              ) : null}
            </>
          ),
        },
        {
          key: "last",
          header: t("publication.last"),
          narrowLabel: t("publication.last"),
          cell: ({ lastAt }) => (lastAt ? format.dateTime(lastAt) : t("publication.never")),
        },
        {
          key: "standing",
          header: t("publication.standing"),
          narrowLabel: t("publication.standing"),
          cell: (line) => <Standing line={line} maySign={may.sign} />,
        },
        {
          key: "act",
          header: t("publication.act"),
          headerHidden: true,
          align: "end",
          cell: ({ slug, draftId, title }) =>
            draftId ? (
              <a href={`${path}/publications/${draftId}`}>{t("publication.draftOpen")}</a>
            ) : may.edit ? (
              <Form method="post" className="row">
                <input type="hidden" name="slug" value={slug} />
                <Button size="small" name="span" value="since-last" label={`${t("publication.draftNow")}: ${title}`}>
                  {t("publication.draftNow")}
                </Button>
                <Button size="small" kind="quiet" name="span" value="year">
                  {t("publication.draftYear", { year: yearBefore })}
                </Button>
              </Form>
            ) : null,
        },
      ]}
    />
  );
}

function Standing({ line, maySign }: { line: WantedLine; maySign: boolean }) {
  const t = useT();
  const format = useFormat();
  const { slug, continuous, standsSince } = line;
  if (!continuous && !standsSince) return <span className="soft">{t("publication.standsNotAsked")}</span>;
  return (
    <>
      {standsSince ? t("publication.standsSince", { time: format.dateTime(standsSince) }) : t("publication.standsNot")}
      {maySign ? (
        <Form method="post">
          <input type="hidden" name="intent" value="stand" />
          <input type="hidden" name="slug" value={slug} />
          <Button size="small" kind="quiet" name="on" value={standsSince ? "0" : "1"}>
            {t(standsSince ? "publication.standEnd" : "publication.stand")}
          </Button>
        </Form>
      ) : null}
    </>
  );
}
