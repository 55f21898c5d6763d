import type { Caller } from "@gandan/api/root.router";
import { useFormat, useT } from "@gandan/i18n/translation";
import type { PetitionKind } from "@gandan/model/petition/petition-terms";
import { Button } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { Form } from "@remix-run/react";

type List = Awaited<ReturnType<Caller["petition"]["readers"]>>;

interface ReaderTableProps {
  readers: List["readers"];
  mayEnd: boolean;
  kindsOf: (kinds: readonly PetitionKind[]) => string;
}

/** Who opens petitions now; each can be ended. */
export function ReaderTable({ readers, mayEnd, kindsOf }: ReaderTableProps) {
  const t = useT();
  const format = useFormat();
  return (
    <DataTable
      caption={t("petition.readers.now")}
      rows={readers}
      rowKey={({ readerId }) => readerId}
      columns={[
        {
          key: "person",
          header: t("petition.readers.person"),
          cell: ({ name, title }) => (
            <>
              {name}
              {title ? <span className="sub">{title}</span> : null}
            </>
          ),
        },
        {
          key: "kinds",
          header: t("petition.readers.kinds"),
          narrowLabel: t("petition.readers.kinds"),
          cell: ({ kinds }) => kindsOf(kinds),
        },
        {
          key: "reference",
          header: t("petition.readers.reference"),
          narrowLabel: t("petition.readers.reference"),
          cell: ({ reference, namedBy, namedAt }) => (
            <>
              {reference}
              <span className="sub">
                {t("petition.readers.by", { person: namedBy ?? "–", time: format.dateTime(namedAt) })}
              </span>
            </>
          ),
        },
        {
          key: "act",
          header: t("petition.readers.end"),
          headerHidden: true,
          cell: ({ readerId, name }) =>
            mayEnd ? (
              <details className="more no-print">
                <summary>{t("petition.readers.end")}</summary>
                <Form method="post" className="stack">
                  <input type="hidden" name="intent" value="end" />
                  <input type="hidden" name="readerId" value={readerId} />
                  <p>{t("petition.readers.endText", { name })}</p>
                  <Button size="small" kind="danger" label={`${t("petition.readers.endNow")}: ${name}`}>
                    {t("petition.readers.endNow")}
                  </Button>
                </Form>
              </details>
            ) : null,
        },
      ]}
    />
  );
}

interface PastReadersProps {
  past: List["past"];
  kindsOf: ReaderTableProps["kindsOf"];
  day: (at: Date) => string;
}

/** Who could open petitions before. */
export function PastReaders({ past, kindsOf, day }: PastReadersProps) {
  const t = useT();
  return (
    <DataTable
      caption={t("petition.readers.past")}
      rows={past}
      rowKey={({ readerId }) => readerId}
      columns={[
        { key: "person", header: t("petition.readers.person"), cell: ({ name }) => name },
        {
          key: "kinds",
          header: t("petition.readers.kinds"),
          narrowLabel: t("petition.readers.kinds"),
          cell: ({ kinds }) => kindsOf(kinds),
        },
        {
          key: "span",
          header: t("petition.readers.past"),
          headerHidden: true,
          cell: ({ namedAt, endedAt, endedBy }) => (
            <>
              {t("petition.readers.span", { from: day(namedAt), to: day(endedAt) })}
              <span className="sub">{t("petition.readers.endedBy", { person: endedBy ?? "–" })}</span>
            </>
          ),
        },
      ]}
    />
  );
}
