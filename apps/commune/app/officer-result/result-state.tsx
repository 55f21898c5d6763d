import { useT } from "@gandan/i18n/translation";
import { Badge } from "@gandan/ui/badge";

type State = "few" | "calm" | "told" | "informed" | "replied" | "decided" | "closed";

/** How far a result has come, in words. */
export function ResultState({ state }: { state: State }) {
  const t = useT();
  const waits = state === "told" || state === "informed" || state === "replied" || state === "decided";
  return <Badge tone={waits ? "accent" : "line"}>{t(`officerResult.state.${state}`)}</Badge>;
}
