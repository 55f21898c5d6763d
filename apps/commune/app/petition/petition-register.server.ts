import type { Caller } from "@gandan/api/root.router";
import type { Format } from "@gandan/i18n/format";
import type { Translate } from "@gandan/i18n/translator";
import type { Sheet } from "@gandan/services/oversight/write-workbook";

type Line = Awaited<ReturnType<Caller["petition"]["export"]>>[number];

interface Words {
  t: Translate;
  format: Format;
  unit: string;
  now: Date;
}

/** The register of petitions as a table to print: nothing of what they say, and not who sent them. */
export function registerOfPetitions({ t, format, unit, now }: Words, petitions: readonly Line[]): Sheet {
  const day = (at: Date | null) => at && format.date(at);
  const resultOf = ({ state, resolvedAt, endedAt }: Line) => {
    const on = day(resolvedAt ?? endedAt);
    return on ? t("petition.register.on", { result: t(`petition.state.${state}`), date: on }) : null;
  };
  const termOf = ({ nextStep, dueAt, late }: Line) => {
    if (!nextStep || !dueAt) return null;
    const what = { step: t(`petition.next.${nextStep}`), date: format.date(dueAt) };
    return t(late ? "petition.page.nextLate" : "petition.page.nextDue", what);
  };
  return {
    name: t("petition.register.title"),
    lead: [
      `${t("petition.register.title")} – ${unit}`,
      t("petition.register.made", { time: format.dateTime(now) }),
      t("petition.register.note"),
    ],
    columns: [
      { header: t("petition.register.number"), width: 12 },
      { header: t("petition.list.received"), width: 14 },
      { header: t("petition.list.kind"), width: 26 },
      { header: t("petition.new.way"), width: 22 },
      { header: t("petition.register.unit"), width: 34 },
      { header: t("petition.register.step"), width: 30 },
      { header: t("petition.public.follow.passedOn"), width: 14 },
      { header: t("petition.public.follow.accepted"), width: 14 },
      { header: t("petition.page.extensions"), width: 12 },
      { header: t("petition.register.term"), width: 44 },
      { header: t("petition.register.result"), width: 36 },
    ],
    rows: petitions.map((line) => {
      const kind = t(`petition.kind.${line.kind}`);
      return [
        `${line.number}/${line.year}`,
        day(line.receivedAt),
        line.instance === 2 ? t("petition.page.kindSecond", { kind }) : kind,
        t(`petition.way.${line.way}`),
        line.state === "passed-outside" ? t("petition.towards.outside") : unit,
        t(`petition.state.${line.state}`),
        day(line.passedOnAt),
        day(line.acceptedAt),
        line.extensions > 0 ? line.extensions : null,
        termOf(line),
        resultOf(line),
      ];
    }),
  };
}
