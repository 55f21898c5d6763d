import { useT } from "@gandan/i18n/translation";
import type { QuotaState } from "@gandan/model/survey/quota-inputs";
import { Badge } from "@gandan/ui/badge";
import { OutcomeBadge } from "@gandan/ui/outcome-badge";

interface QuotaStateMarkProps {
  state: QuotaState;
  /** More may still come: what is lacking is not missed yet. */
  running: boolean;
  noQuota: boolean;
}

/** How a unit stands to its quota: shape, word and colour. */
export function QuotaStateMark({ state, running, noQuota }: QuotaStateMarkProps) {
  const t = useT();
  const word = t(`quota.state.${state}`);
  if (state === "reached") return <OutcomeBadge outcome="met" label={word} />;
  if (state === "short") return <OutcomeBadge outcome={running ? "pending" : "missed"} label={word} />;
  if (state === "uncounted") return <Badge tone="line">{word}</Badge>;
  return (
    <>
      <OutcomeBadge outcome="not-applicable" label={word} />
      <span className="sub">{t(noQuota ? "quota.noQuota" : "quota.noDossiers")}</span>
    </>
  );
}
