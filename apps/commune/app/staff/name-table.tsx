import { useFormat, useT } from "@gandan/i18n/translation";
import { Button } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { Field } from "@gandan/ui/field";
import { Form } from "@remix-run/react";

interface NameLine {
  written: string;
  dossiers: number;
  staffId: string | null;
  person: string | null;
  given: { by: string | null; at: Date } | null;
  bearers: number;
  apart: boolean;
}

interface Account {
  staffId: string;
  name: string;
  signInName: string;
}

/** Names on dossiers with who each is; without people to choose from nothing can be said. */
export function NameTable({
  names,
  people,
  action,
}: {
  names: readonly NameLine[];
  people: readonly Account[];
  action: string;
}) {
  const t = useT();
  return (
    <DataTable
      caption={t("officerResult.names.caption")}
      captionHidden
      rows={names}
      rowKey={({ written }) => written}
      columns={[
        {
          key: "written",
          header: t("officerResult.names.written"),
          cell: ({ written, dossiers }) => (
            <>
              {written}
              <span className="sub">
                {dossiers > 0
                  ? t("officerResult.names.dossiers", { count: dossiers })
                  : t("officerResult.names.noDossiers")}
              </span>
            </>
          ),
        },
        {
          key: "meant",
          header: t("officerResult.names.meant"),
          narrowLabel: t("officerResult.names.meant"),
          cell: (line) => <Meant line={line} />,
        },
        ...(people.length > 0
          ? [
              {
                key: "act",
                header: t("officerResult.names.act"),
                cell: (line: NameLine) => (
                  <Give id={`to-${names.indexOf(line)}`} line={line} people={people} action={action} />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Meant({ line: { staffId, person, given, bearers, apart } }: { line: NameLine }) {
  const t = useT();
  const format = useFormat();
  if (given) {
    const time = format.dateTime(given.at);
    return (
      <>
        {person}
        <span className="sub">
          {given.by
            ? t("officerResult.names.by", { actor: given.by, time })
            : t("officerResult.names.bySystem", { time })}
        </span>
        {staffId ? null : <span className="sub">{t("officerResult.names.gone")}</span>}
      </>
    );
  }
  if (!staffId) {
    return bearers > 1 ? t("officerResult.names.several", { count: bearers }) : t("officerResult.names.nobody");
  }
  return (
    <>
      {person}
      <span className="sub">{t("officerResult.names.fits")}</span>
      {apart ? <span className="sub">{t("officerResult.names.apart")}</span> : null}
    </>
  );
}

function Give({
  id,
  line: { written, staffId, given },
  people,
  action,
}: {
  id: string;
  line: NameLine;
  people: readonly Account[];
  action: string;
}) {
  const t = useT();
  const twice = (name: string) => people.filter((one) => one.name === name).length > 1;
  return (
    <div className="stack">
      <Form method="post" action={action} className="row" key={staffId}>
        <input type="hidden" name="written" value={written} />
        <Field
          id={id}
          name="staffId"
          control="select"
          label={<span className="vh">{t("officerResult.names.person", { written })}</span>}
          required
          defaultValue={staffId ?? ""}
          options={[
            { value: "", label: t("shell.form.choose") },
            ...people.map(({ staffId: value, name, signInName }) => ({
              value,
              label: twice(name) ? `${name} (${signInName})` : name,
            })),
          ]}
        />
        <Button>{t(given ? "officerResult.names.change" : "officerResult.names.give")}</Button>
      </Form>
      {given ? (
        <Form method="post" action={action}>
          <input type="hidden" name="written" value={written} />
          <input type="hidden" name="intent" value="unlink" />
          <Button>{t("officerResult.names.takeBack")}</Button>
        </Form>
      ) : null}
    </div>
  );
}
