import { useFormat, useT } from "@gandan/i18n/translation";
import type { Replay } from "@gandan/model/model-editing/replay-result";
import { Button } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Fragment } from "react";

export interface ReplayPanelProps {
  replay: Replay | null;
  draftVersion: number;
  /** Address of the unit's dossiers. */
  dossiersHref: string;
  /** Kept in the query when another period is asked for. */
  hidden: Readonly<Record<string, string>>;
}

/** The draft on the unit's own dossiers: counts and score, now and with the draft. */
export function ReplayPanel({ replay, draftVersion, dossiersHref, hidden }: ReplayPanelProps) {
  const t = useT();
  const format = useFormat();
  return (
    <section className="panel replay" aria-labelledby="replay">
      <div className="panel-h">
        <h2 id="replay">{t("model.replay.title")}</h2>
      </div>
      <div className="panel-b stack">
        {replay === null ? (
          <p className="soft">{t("model.replay.blocked")}</p>
        ) : (
          <>
            <p className="small soft">
              {t("model.replay.intro", { from: format.date(replay.from), to: format.date(replay.to) })}
            </p>
            {replay.dossiers === 0 ? (
              <p>{t("model.replay.none")}</p>
            ) : (
              <ReplayNumbers replay={replay} draftVersion={draftVersion} dossiersHref={dossiersHref} />
            )}
            <p className="hint">{t("model.replay.asked")}</p>
            <form method="get" className="stack">
              {Object.entries(hidden).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <Field
                id="replay-from"
                name="from"
                control="date"
                label={t("model.replay.from")}
                defaultValue={replay.from}
              />
              <Field id="replay-to" name="to" control="date" label={t("model.replay.to")} defaultValue={replay.to} />
              <Button wide icon="rotate-ccw">
                {t("model.replay.other")}
              </Button>
            </form>
          </>
        )}
      </div>
    </section>
  );
}

function ReplayNumbers({
  replay,
  draftVersion,
  dossiersHref,
}: { replay: Replay } & Pick<ReplayPanelProps, "draftVersion" | "dossiersHref">) {
  const t = useT();
  const format = useFormat();
  const { before, after } = replay;
  const moved = before === null ? 0 : after.points - before.points;
  const points = format.points(Math.abs(moved));
  const rules = replay.rules.filter((rule) => (rule.before?.missed ?? 0) + (rule.after?.missed ?? 0) > 0);
  // Points of which different parts are measured do not compare.
  const comparable = before !== null && before.coverage === after.coverage;
  /** The short name of its kind, unless two rules are of that kind. */
  const nameOf = ({ id, kind, title }: Replay["rules"][number]) =>
    rules.some((one) => one.kind === kind && one.id !== id) ? title : (t.find(`rule.kind.${kind}`) ?? title);
  return (
    <>
      <dl>
        <div className="hd">
          <dt>{t("model.replay.indicator")}</dt>
          <dd>
            {replay.baseVersion
              ? t("model.versions.version", { version: replay.baseVersion })
              : t("model.replay.current")}
          </dd>
          <dd className="new">{t("model.replay.draft", { version: draftVersion })}</dd>
        </div>
        <div>
          <dt>{t("model.replay.dossiers")}</dt>
          <dd>{before ? format.number(replay.dossiers) : "–"}</dd>
          <dd className="new">{format.number(replay.dossiers)}</dd>
        </div>
        {rules.length > 0 ? (
          <div className="hd">
            <dt>{t("model.replay.missed")}</dt>
            <dd />
            <dd />
          </div>
        ) : null}
        {rules.map((rule) => (
          <div key={rule.id}>
            <dt>{nameOf(rule)}</dt>
            <dd>{rule.before ? format.number(rule.before.missed) : "–"}</dd>
            <dd className="new">{rule.after ? format.number(rule.after.missed) : "–"}</dd>
          </div>
        ))}
        <div>
          <dt>{t("model.replay.score")}</dt>
          <dd>{format.points(before?.points)}</dd>
          <dd className="new">{format.points(after.points)}</dd>
        </div>
        <div>
          <dt>{t("model.replay.coverage")}</dt>
          <dd>{before ? format.number(before.coverage) : "–"}</dd>
          <dd className="new">{format.number(after.coverage)}</dd>
        </div>
      </dl>
      {before ? (
        <p className="small">
          <strong>
            {!comparable
              ? null
              : points === format.points(0)
                ? t("model.replay.same")
                : moved < 0
                  ? t("model.replay.down", { points })
                  : t("model.replay.up", { points })}
          </strong>{" "}
          {t("model.replay.changed", { count: replay.changed })}.
        </p>
      ) : null}
      {replay.newlyMissed.length > 0 ? (
        <p className="small">
          {t("model.replay.newlyMissed")}{" "}
          {replay.newlyMissed.map(({ dossierId, externalCode }) => (
            <Fragment key={dossierId}>
              <a className="nowrap" href={`${dossiersHref}/${dossierId}`}>
                {externalCode}
              </a>{" "}
            </Fragment>
          ))}
        </p>
      ) : null}
    </>
  );
}
