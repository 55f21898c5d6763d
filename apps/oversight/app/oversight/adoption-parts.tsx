import { useT } from "@gandan/i18n/translation";
import type { AdoptionEntry } from "@gandan/services/oversight/read-adoptions";
import { OutcomeBadge } from "@gandan/ui/outcome-badge";

/** The model that a unit runs, its refusal, or that it has not answered. */
export function AdoptedModel({ adoption }: { adoption: AdoptionEntry | null }) {
  const t = useT();
  if (!adoption || adoption.state === "silent") {
    return <OutcomeBadge outcome="pending" label={t("oversight.register.silent")} />;
  }
  if (adoption.state === "declined") {
    return <OutcomeBadge outcome="not-applicable" label={t("oversight.register.declined")} />;
  }
  return (
    <>
      {adoption.title}
      {adoption.modelTitle && !adoption.modelTitle.startsWith(adoption.title ?? "") ? (
        <>
          {" "}
          <span className="sub">{t("oversight.register.ofModel", { model: adoption.modelTitle })}</span>
        </>
      ) : null}
    </>
  );
}

/** What an answer rests on: the decision, the reply, and the reason of a refusal. */
export function basisText({ basis, reference, declinedReason }: AdoptionEntry): string {
  return [basis, reference, declinedReason].filter(Boolean).join("; ");
}
