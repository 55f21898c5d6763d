import { useFormat, useT } from "@gandan/i18n/translation";
import { ButtonLink } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { NextBanner } from "@gandan/ui/next-banner";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { closingText } from "../../dossier/closing-text";
import { filtersOf, queueHref } from "../../dossier/dossier-filters";
import { DossierTable } from "../../dossier/dossier-table";
import { QueueBar, QueueFreshness } from "../../dossier/queue-bar";
import { Shortcuts } from "../../dossier/shortcuts";
import { periodOf } from "../../period.server";
import { ScoreOfMonth } from "../../score/score-of-month";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, ctx, t, unit, unitId, path } = await unitCaller(args);
  if (!unit.permissions.includes("dossier:read")) throw redirect(path + workOf(unit.permissions));
  const period = periodOf(new URLSearchParams(), ctx.now, unit.validTo);
  const dueToday = filtersOf(new URLSearchParams({ queue: "due-today" }));
  const [day, queues, due, cards] = await orResponse(
    t,
    Promise.all([
      caller.unit.today({ unitId }),
      caller.dossier.queues({ unitId, hours: dueToday.hours }),
      caller.dossier.list({ unitId, ...dueToday }),
      caller.score.read({ unitId, ...period }),
    ]),
  );
  const title = t("shell.titleWithUnit", { page: t("unit.home.title"), unit: unit.name });
  return { title, day, queues, due, cards, period, path, mayReceive: due.mayReceive && !unit.ended };
}

/** Where those begin who have no dossiers: inspectors with the log of readings, administrators with the staff. */
function workOf(permissions: readonly string[]): string {
  if (permissions.includes("audit:read")) return "/settings/reading-log";
  return permissions.includes("staff:manage") ? "/settings/staff" : "/settings";
}

export default function Today() {
  const { day, queues, due, cards, period, path, mayReceive } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const card =
    cards.find(({ yardstick, dossiers }) => !yardstick && dossiers > 0) ?? cards.find((each) => each.dossiers > 0);
  const { counts } = queues;
  const next = format.longDate(day.next.day);
  const time = day.open
    ? t("unit.home.workLeft", { time: format.duration(day.leftMinutes), until: format.time(day.closesAt) })
    : day.working
      ? t("unit.home.workOver", { next })
      : day.receivesUntil
        ? t("unit.home.receptionOnly", { until: format.time(day.receivesUntil), next })
        : t("unit.home.restDay", { next });
  const rest = day.nextRest ? t("unit.home.nextRest", { date: format.longDate(day.nextRest) }) : "";
  return (
    <div className="stack-5">
      <PageHead
        title={format.longDate(day.today)}
        lead={`${time} ${rest}`.trim()}
        actions={
          mayReceive ? (
            <ButtonLink id="receive" icon="plus" href={`${path}/dossiers/new`}>
              {t("dossier.act.receive")}
            </ButtonLink>
          ) : undefined
        }
      />
      <NextAct />
      <h2 className="vh">{t("unit.home.queues")}</h2>
      <div>
        <QueueBar queues={queues} path={path} current="due-today" />
        <Panel id="due" title={`${t("dossier.queue.due-today")} · ${t("dossier.count", { count: due.total })}`} flush>
          <DossierTable
            caption={t("dossier.queue.due-today")}
            rows={due.dossiers}
            path={path}
            empty={<EmptyState icon="circle-check" title={t("dossier.queueEmpty.due-today")} />}
          />
        </Panel>
        <QueueFreshness asOf={queues.asOf} importedAt={queues.importedAt} />
      </div>
      {card ? (
        <ScoreOfMonth card={card} period={period} path={path} />
      ) : (
        <Panel id="score" title={t("score.of", { period: format.month(period.from) })}>
          <EmptyState
            icon="list-checks"
            title={cards.length === 0 ? t("unit.home.noModel") : t("score.noData")}
            text={
              cards.length === 0 ? (
                <>
                  {t("unit.home.noModelText")} <a href={`${path}/models`}>{t("shell.nav.models")}</a>
                </>
              ) : (
                t("score.noDataText", { from: format.date(period.from), to: format.date(period.to) })
              )
            }
          />
        </Panel>
      )}
      <Shortcuts
        shortcuts={[
          { letter: "T", target: "shell-search", label: t("dossier.keys.search") },
          ...(mayReceive ? [{ letter: "N", target: "receive", label: t("dossier.keys.receive") }] : []),
        ]}
      />
    </div>
  );

  function NextAct() {
    const urgent = (["late-no-letter", "due-today", "finished-not-closed"] as const).find((queue) => counts[queue] > 0);
    if (!urgent && cards.length === 0) {
      return (
        <NextBanner
          id="next"
          icon="sliders-horizontal"
          title={t("unit.home.noModel")}
          text={t("unit.home.noModelText")}
          actions={
            <ButtonLink kind="primary" href={`${path}/models`}>
              {t("model.library.choose")}
            </ButtonLink>
          }
        />
      );
    }
    if (!urgent) {
      return (
        <NextBanner
          id="next"
          icon="circle-check"
          tone="met"
          title={t("dossier.next.allDone")}
          text={
            counts.late > 0
              ? t("dossier.next.lateWithLetter", { count: counts.late })
              : counts.open > 0
                ? t("dossier.next.allDoneText")
                : t("unit.home.nothingDue")
          }
        />
      );
    }
    const texts = {
      "late-no-letter": [
        t("dossier.next.lateNoLetter", { count: counts[urgent] }),
        t("dossier.next.lateNoLetterText"),
        "mail",
        "missed",
      ],
      "due-today": [t("dossier.next.dueToday", { count: counts[urgent] }), "", "hourglass", "pending"],
      "finished-not-closed": [
        t("dossier.next.notClosed", { count: counts[urgent] }),
        closingText(t, format, "close", day),
        "handshake",
        "pending",
      ],
    } as const;
    const [title, text, icon, tone] = texts[urgent];
    return (
      <NextBanner
        id="next"
        icon={icon}
        tone={tone}
        title={title}
        text={text || undefined}
        actions={
          <ButtonLink kind="primary" href={queueHref(path, urgent)}>
            {t("shell.action.view")}
          </ButtonLink>
        }
      />
    );
  }
}
