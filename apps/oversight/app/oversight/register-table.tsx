import { useFormat, useT } from "@gandan/i18n/translation";
import type { RegisterRow } from "@gandan/services/oversight/read-register";
import { type Column, DataTable, type DataTableProps } from "@gandan/ui/data-table";
import { AdoptedModel, basisText } from "./adoption-parts";

type SortKey = "name" | "model" | "procedures" | "from";

interface RegisterTableProps {
  rows: readonly RegisterRow[];
  unitHref: (slug: string) => string;
  /** How a column is sorted, and the link that sorts it; without it the headers are plain. */
  sort?: ((key: SortKey) => NonNullable<Column<RegisterRow>["sort"]>) | undefined;
  empty?: DataTableProps<RegisterRow>["empty"];
}

/** Who chose which model on what basis, who declined, who has not answered. */
export function RegisterTable({ rows, unitHref, sort, empty }: RegisterTableProps) {
  const t = useT();
  const format = useFormat();
  const sortOf = (key: SortKey) => (sort ? { sort: sort(key) } : {});
  return (
    <DataTable
      caption={t("oversight.register.caption")}
      rows={rows}
      rowKey={({ unit }) => unit.id}
      empty={empty}
      columns={[
        {
          key: "unit",
          header: t("oversight.register.unit"),
          ...sortOf("name"),
          cell: ({ unit }) => (
            <>
              <a className="main" href={unitHref(unit.slug)}>
                {unit.name}
              </a>
              {unit.parentName ? <span className="sub">{unit.parentName}</span> : null}
            </>
          ),
        },
        {
          key: "model",
          header: t("oversight.register.model"),
          ...sortOf("model"),
          cell: (row) => <AdoptedModel adoption={row} />,
        },
        { key: "basis", header: t("oversight.register.basis"), cell: (row) => basisText(row) },
        {
          key: "procedures",
          header: t("oversight.register.procedures"),
          narrowLabel: t("oversight.register.procedures"),
          align: "number",
          ...sortOf("procedures"),
          cell: ({ state, procedures }) => (state === "adopted" ? format.number(procedures) : "–"),
        },
        {
          key: "from",
          header: t("oversight.register.from"),
          narrowLabel: t("oversight.register.from"),
          align: "date",
          ...sortOf("from"),
          cell: ({ from }) => format.date(from),
        },
      ]}
    />
  );
}
