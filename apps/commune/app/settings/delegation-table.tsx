import { useFormat, useT } from "@gandan/i18n/translation";
import type { Capacity } from "@gandan/model/delegation/delegation-inputs";
import { Badge } from "@gandan/ui/badge";
import { Button } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { Form } from "@remix-run/react";

interface DelegationLine {
  id: string;
  name: string;
  capacity: Capacity;
  title: string;
  reference: string;
  from: string;
  to: string;
  state: "coming" | "running" | "over" | "ended";
  givenBy: string | null;
  givenAt: Date;
  endedBy: string | null;
  endedAt: Date | null;
  letters: number;
}

/** Who may sign for the chairman, and who could before; those that hold or will come can be ended. */
export function DelegationTable({ delegations, mayEnd }: { delegations: readonly DelegationLine[]; mayEnd: boolean }) {
  const t = useT();
  const format = useFormat();
  const day = (date: string) => date.split("-").reverse().join("/");
  return (
    <DataTable
      caption={t("delegation.history")}
      rows={delegations}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "person",
          header: t("delegation.person"),
          cell: ({ name, capacity, title }) => (
            <>
              {name}
              <span className="sub">{`${t(`delegation.short.${capacity}`)} · ${title}`}</span>
            </>
          ),
        },
        {
          key: "days",
          header: t("delegation.days"),
          narrowLabel: t("delegation.days"),
          cell: ({ from, to, reference }) => (
            <>
              {t("delegation.span", { from: day(from), to: day(to) })}
              <span className="sub">{reference}</span>
            </>
          ),
        },
        {
          key: "state",
          header: t("delegation.stateLabel"),
          narrowLabel: t("delegation.stateLabel"),
          cell: ({ state, givenBy, givenAt, endedBy, endedAt }) => (
            <>
              <Badge tone={state === "running" ? "accent" : "plain"}>{t(`delegation.state.${state}`)}</Badge>
              <span className="sub">
                {t("delegation.givenBy", { person: givenBy ?? "–", time: format.dateTime(givenAt) })}
              </span>
              {endedAt ? (
                <span className="sub">
                  {t("delegation.endedBy", { person: endedBy ?? "–", time: format.dateTime(endedAt) })}
                </span>
              ) : null}
            </>
          ),
        },
        {
          key: "letters",
          header: t("delegation.letters"),
          narrowLabel: t("delegation.letters"),
          align: "number",
          cell: ({ letters }) => format.number(letters),
        },
        {
          key: "act",
          header: t("letter.act"),
          headerHidden: true,
          cell: ({ id, name, state }) =>
            mayEnd && (state === "running" || state === "coming") ? (
              <details className="more no-print">
                <summary>{t("delegation.end")}</summary>
                <Form method="post" className="stack">
                  <input type="hidden" name="intent" value="end" />
                  <input type="hidden" name="delegationId" value={id} />
                  <p>{t("delegation.endText", { name })}</p>
                  <Button size="small" kind="danger" label={`${t("delegation.endNow")}: ${name}`}>
                    {t("delegation.endNow")}
                  </Button>
                </Form>
              </details>
            ) : null,
        },
      ]}
    />
  );
}
